import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { LiveConfig } from '../../lib/constructs/config/live-config';
import { Probe } from '../../lib/constructs/container/probe';
import { moved } from '../../lib/constructs/move';
import { objectName } from '../../lib/constructs/object-name';
import { ProbedDeployment } from '../../lib/constructs/workload/probed-deployment';
import { image, size } from '../support/samples';

const chart = () => new Chart(new App(), 'shop');
const problemsOf = (scope: Construct) => scope.node.validate();

test('keeps the name, and the selector, of the id before', () => {
  const scope = chart();
  moved(scope, { from: 'Web', to: 'Shopfront' });
  const { name, selector } = new ProbedDeployment(scope, 'Shopfront', {
    image,
    size,
    port: 80,
    readiness: Probe.http('/'),
    liveness: Probe.tcp(),
  });
  expect(name).toBe('web');
  expect(selector).toEqual({ 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' });
  expect(problemsOf(scope)).toEqual([]);
});

test('leaves a name alone that is given, and every other construct', () => {
  const scope = chart();
  moved(scope, { from: 'Web', to: 'Shopfront' });
  expect(new LiveConfig(scope, 'Shopfront', { name: 'mine', data: { a: 'b' } }).name).toBe('mine');
  expect(objectName(scope, 'Other')).toBe('other');
});

test('reaches what lies deeper, by its path', () => {
  const scope = chart();
  moved(scope, { from: 'Api/Config', to: 'Api/Settings' });
  const api = new Construct(scope, 'Api');
  expect(objectName(api, 'Settings')).toBe('config');
  expect(objectName(scope, 'Settings')).toBe('settings');
});

test('fails for an id that nothing has', () => {
  const scope = chart();
  moved(scope, { from: 'Web', to: 'Shopfrnt' });
  new Construct(scope, 'Shopfront');
  expect(problemsOf(scope)).toEqual([
    'moved: to: invalid value "Shopfrnt": nothing is called so here; there are Shopfront',
  ]);
});

test('fails for an id that something still has', () => {
  const scope = chart();
  moved(scope, { from: 'Web', to: 'Shopfront' });
  new Construct(scope, 'Shopfront');
  new Construct(scope, 'Web');
  expect(problemsOf(scope)).toEqual([
    expect.stringContaining('moved: from: invalid value "Web": is still called so here'),
  ]);
});

test.each`
  how                              | wrong                                                                      | words
  ${'ids that give the same name'} | ${(scope: Construct) => moved(scope, { from: 'WebShop', to: 'Web-Shop' })} | ${'gives the same name as WebShop: nothing moves'}
  ${'a construct that is there'} | ${(scope: Construct) => {
  new Construct(scope, 'B');
  moved(scope, { from: 'A', to: 'B' });
}} | ${'must not be there yet: it has its name already'}
  ${'a construct that is moved twice'} | ${(scope: Construct) => {
  moved(scope, { from: 'A', to: 'B' });
  moved(scope, { from: 'C', to: 'B' });
}} | ${'must be moved once'}
`('fails for $how', ({ wrong, words }) => {
  expect(() => wrong(chart())).toThrow(words);
});
