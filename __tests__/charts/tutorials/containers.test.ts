import { ContainersChart } from '../../../lib/charts/tutorials/containers';
import { chapterOf } from '../../support/chapter';

const { of, problems } = chapterOf(ContainersChart);
const specOf = (name: string) => of(`Pod/${name}`).spec;

test('all of it fits Pod Security "restricted"', () => {
  expect(problems).toEqual([]);
  expect(of('Namespace/tutorial-containers').metadata.labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
});

test.each`
  pod                       | lesson                                     | has
  ${'variables'}            | ${'a variable'}                            | ${{ containers: [{ env: [{ name: 'ENV_VAR_NAME', value: 'value' }] }] }}
  ${'command'}              | ${'a program that ends is not restarted'}  | ${{ restartPolicy: 'Never', containers: [{ command: ['echo'], args: ['Hello, Kubernetes!'] }] }}
  ${'restarted-on-failure'} | ${'one that fails is'}                     | ${{ restartPolicy: 'OnFailure' }}
  ${'debugged'}             | ${"containers see each other's processes"} | ${{ shareProcessNamespace: true }}
  ${'hooked'}               | ${'what hooks say is in the log'}          | ${{ containers: [{ lifecycle: { postStart: { exec: { command: ['/bin/sh', '-c', expect.stringMatching(/> \/proc\/1\/fd\/1$/)] } } } }] }}
`('$pod: $lesson', ({ pod, has }) => {
  expect(specOf(pod)).toMatchObject(has);
});

test('two containers share what one of them writes', () => {
  const [server, clock] = specOf('multi-pod').containers;
  const mount = { name: 'nginx-volume', mountPath: '/usr/share/nginx/html', readOnly: true };
  expect(server.volumeMounts).toContainEqual(mount);
  expect(clock.volumeMounts).toContainEqual({ name: 'nginx-volume', mountPath: '/app' });
});

test('what the init container fetches is where the main one looks', () => {
  const { initContainers, containers } = specOf('prepared');
  expect(initContainers[0].command[2]).toMatch(/^wget -O \/data\//);
  for (const { volumeMounts } of [initContainers[0], containers[0]])
    expect(volumeMounts).toContainEqual(expect.objectContaining({ name: 'data', mountPath: '/data' }));
});
