import { containerResources } from '../../../lib/constructs/container/container-resources';
import { size } from '../../support/samples';

test('requests and limits are of CPU and memory, each from its own prop', () => {
  const { requests, limits } = containerResources(size);
  expect([requests?.cpu?.value, requests?.memory?.value]).toEqual(['130m', '96Mi']);
  expect([limits?.cpu?.value, limits?.memory?.value]).toEqual(['770m', '192Mi']);
});
