import { ApiObject, App, Chart } from 'cdk8s';
import { writtenObject } from '../../lib/constructs/written-object';

test('writes an object once when the program is locked, and anew each time before', () => {
  const app = new App();
  const metadata = { name: 'a' };
  const object = new ApiObject(new Chart(app, 'one'), 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata });
  const first = writtenObject(object);
  object.metadata.addLabel('team', 'shop');
  expect(writtenObject(object)).not.toEqual(first);
  app.node.lock();
  expect(writtenObject(object)).toBe(writtenObject(object));
  expect(writtenObject(object)).toEqual(object.toJson());
});
