import { runningContainers } from '../../../lib/constructs/workload/running-containers';
import { image, size } from '../../support/samples';

const named = (name: string) => ({ name, image, size });

test('a Pod of one container has that one', () => {
  expect(runningContainers({ application: 'web' })).toEqual(['web']);
});

test('containers and sidecars go on running, init containers do not', () => {
  const pod = {
    application: 'web',
    containers: [named('log')],
    sidecars: [named('proxy')],
    initContainers: [named('no')],
  };
  expect(runningContainers(pod)).toEqual(['web', 'log', 'proxy']);
});
