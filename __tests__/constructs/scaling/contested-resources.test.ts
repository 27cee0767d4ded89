import { contestedResources } from '../../../lib/constructs/scaling/contested-resources';

const metric = (name: string) => ({ type: 'Resource', resource: { name } });
const ofContainer = (container: string, name = 'cpu') => ({
  type: 'ContainerResource',
  containerResource: { name, container },
});
const policies = (containerPolicies: object[], updateMode = 'Initial') =>
  ({ updatePolicy: { updateMode }, resourcePolicy: { containerPolicies } }) as never;
const memoryOnly = { controlledResources: ['memory'] };
const auto = { updatePolicy: { updateMode: 'Initial' } };

test.each`
  because                                        | metrics                                     | vertical                                                                       | containers        | contested
  ${'it sets both of everything'}                | ${[metric('cpu')]}                          | ${auto}                                                                        | ${['app']}        | ${['cpu']}
  ${'it sets both of everything'}                | ${[metric('memory'), metric('cpu')]}        | ${auto}                                                                        | ${undefined}      | ${['cpu', 'memory']}
  ${'without a mode it recreates'}               | ${[metric('cpu')]}                          | ${{}}                                                                          | ${['app']}        | ${['cpu']}
  ${'no metrics mean 80 % of the CPU'}           | ${undefined}                                | ${auto}                                                                        | ${['app']}        | ${['cpu']}
  ${'it only recommends'}                        | ${[metric('cpu')]}                          | ${{ updatePolicy: { updateMode: 'Off' } }}                                     | ${['app']}        | ${[]}
  ${'another metric'}                            | ${[{ type: 'Pods' }, { type: 'External' }]} | ${auto}                                                                        | ${['app']}        | ${[]}
  ${'each has a resource of its own'}            | ${[metric('cpu')]}                          | ${policies([{ containerName: '*', ...memoryOnly }])}                           | ${['app', 'log']} | ${[]}
  ${'each has a resource of its own, by name'}   | ${[metric('cpu')]}                          | ${policies([{ containerName: 'app', ...memoryOnly }])}                         | ${['app']}        | ${[]}
  ${'a container without a policy has both set'} | ${[metric('cpu')]}                          | ${policies([{ containerName: 'app', ...memoryOnly }])}                         | ${['app', 'log']} | ${['cpu']}
  ${'there may be containers that nobody named'} | ${[metric('cpu')]}                          | ${policies([{ containerName: 'app', ...memoryOnly }])}                         | ${undefined}      | ${['cpu']}
  ${'every container is left alone'}             | ${[metric('cpu')]}                          | ${policies([{ containerName: '*', mode: 'Off' }])}                             | ${undefined}      | ${[]}
  ${'its own policy goes before that of the others'} | ${[ofContainer('app')]} | ${policies([{ containerName: '*', mode: 'Off' }, { containerName: 'app', mode: 'Auto' }])} | ${['app', 'log']} | ${['cpu']}
  ${'that container is left alone'}              | ${[ofContainer('app')]}                     | ${policies([{ containerName: 'app', mode: 'Off' }])}                           | ${['app', 'log']} | ${[]}
  ${'one container is scaled on, the other set'} | ${[ofContainer('app')]}                     | ${policies([{ containerName: 'app', mode: 'Off' }, { containerName: 'log' }])} | ${undefined}      | ${[]}
  ${'the same container'}                        | ${[ofContainer('log', 'memory')]}           | ${policies([{ containerName: 'app', mode: 'Off' }])}                           | ${['app', 'log']} | ${['memory']}
`('$contested: $because', ({ metrics, vertical, containers, contested }) => {
  expect(contestedResources({ metrics }, vertical, containers)).toEqual(contested);
});
