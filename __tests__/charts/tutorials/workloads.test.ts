import { WorkloadsChart } from '../../../lib/charts/tutorials/workloads';
import { chapterOf } from '../../support/chapter';

const { of, problems } = chapterOf(WorkloadsChart);

test.each`
  object                                | lesson                                    | has
  ${'ReplicaSet/my-replica-set'}        | ${'three copies'}                         | ${{ replicas: 3 }}
  ${'Deployment/updated'}               | ${'three that an update reaches'}         | ${{ replicas: 3, strategy: { type: 'RollingUpdate' } }}
  ${'DaemonSet/my-daemon-set'}          | ${'the old Pod of a node goes first'}     | ${{ updateStrategy: { rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } } }}
  ${'DaemonSet/surging'}                | ${'the new Pod of a node comes first'}    | ${{ updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } }}
  ${'DaemonSet/log-collector'}          | ${'it reads the logs of its node'}        | ${{ template: { spec: { volumes: expect.arrayContaining([{ name: 'logs', hostPath: { path: '/var/log', type: 'Directory' } }]) } } }}
  ${'StatefulSet/my-stateful-set'}      | ${'Pods with names, one after the other'} | ${{ replicas: 3, serviceName: 'my-stateful-set-headless', podManagementPolicy: 'OrderedReady' }}
  ${'Service/my-stateful-set-headless'} | ${'which DNS knows'}                      | ${{ clusterIP: 'None' }}
`('$object: $lesson', ({ object, has }) => {
  expect(problems).toEqual([]);
  expect(of(object).spec).toMatchObject(has);
});
