import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { LiveConfig } from '../../lib/constructs/config/live-config';
import { VersionedConfig } from '../../lib/constructs/config/versioned-config';
import { moved } from '../../lib/constructs/move';
import type { PlacedChart } from '../../lib/delivery/build-charts';
import type { CollectedObject } from '../../lib/delivery/collect-objects';
import { movedProblems } from '../../lib/delivery/moved-problems';
import type { Manifest } from '../../lib/kubernetes/manifest';

/** What is wrong with the moves of a chart that is made for some environments, where some ConfigMaps are deployed. */
function problems(
  make: (chart: Chart) => void,
  deployed: readonly string[] | undefined,
  environments: readonly string[] = ['dev'],
): string[] {
  const app = new App();
  const placed = environments.map((environment): PlacedChart => {
    const chart = new Chart(app, environment, { namespace: environment });
    make(chart);
    return { chart, environment } as PlacedChart;
  });
  const objects = placed.flatMap((from) =>
    from.chart.node
      .findAll()
      .filter(ApiObject.isApiObject)
      .map((object): CollectedObject => {
        const { path } = (object as Construct).node;
        return { path, manifest: (object as ApiObject).toJson(), from };
      }),
  );
  const manifests = deployed?.map((name): Manifest => {
    const [namespace, config] = name.split('/');
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace, name: config } };
  });
  return movedProblems(placed, objects, () => manifests);
}

const config = (chart: Chart) => {
  moved(chart, { from: 'Config', to: 'Settings' });
  new LiveConfig(chart, 'Settings', { data: { a: 'b' } });
};

test('a move from what is deployed is sound', () => {
  expect(problems(config, ['dev/config'])).toEqual([]);
});

test('so is one that is deployed in another environment only: this one is new', () => {
  expect(problems(config, ['dev/config'], ['dev', 'qa'])).toEqual([]);
});

test('so is one of versioned config, whatever version is deployed', () => {
  const versioned = (chart: Chart) => {
    moved(chart, { from: 'Config', to: 'Settings' });
    new VersionedConfig(chart, 'Settings', { data: { a: 'b' } });
  };
  expect(problems(versioned, ['dev/config-0123456789'])).toEqual([]);
});

test('what was never deployed cannot be judged', () => {
  expect(problems(config, undefined)).toEqual([]);
});

test('fails for a move from what nothing was called', () => {
  expect(problems(config, ['dev/other'])).toEqual([
    '[dev] moved: from: invalid value "Config": nothing in dist/, nor in what was committed of it, was called config; write the id that it had, or leave the move out',
  ]);
});

test('fails for a move that no name follows from', () => {
  const named = (chart: Chart) => {
    moved(chart, { from: 'Config', to: 'Settings' });
    new LiveConfig(chart, 'Settings', { name: 'mine', data: { a: 'b' } });
  };
  expect(problems(named, ['dev/mine'])).toEqual([
    '[dev] moved: to: invalid value "Settings": must be what an object is called after: here a name is given in full; leave the move out',
  ]);
});
