import { ApiObject, App, Chart } from 'cdk8s';
import { everyObject } from '../../lib/constructs/every-object';

const config = (chart: Chart, name: string) =>
  new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });

function charts(): { readonly app: App; readonly one: Chart; readonly two: Chart } {
  const app = new App();
  return { app, one: new Chart(app, 'one'), two: new Chart(app, 'two') };
}

test('finds the objects of a kind in every chart, whoever asks', () => {
  const { one, two } = charts();
  const objects = [config(one, 'a'), config(two, 'b')];
  new ApiObject(two, 'c', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'c' } });
  expect(everyObject(one, 'ConfigMap')).toEqual(objects);
  expect(everyObject(one, 'Ingress')).toEqual([]);
});

test('finds what was added since it was asked, until the program is locked', () => {
  const { app, one } = charts();
  config(one, 'a');
  expect(everyObject(one, 'ConfigMap')).toHaveLength(1);
  config(one, 'b');
  expect(everyObject(one, 'ConfigMap')).toHaveLength(2);
  app.node.lock();
  expect(everyObject(one, 'ConfigMap')).toBe(everyObject(one, 'ConfigMap'));
});
