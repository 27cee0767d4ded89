import { Duration } from 'cdk8s';
import { LifecycleHook } from '../../../lib/constructs/container/lifecycle-hook';

const { exec, httpGet, sleep } = LifecycleHook;

test.each`
  hook                                    | manifest
  ${exec(['nginx', '-s', 'quit'])}        | ${{ exec: { command: ['nginx', '-s', 'quit'] } }}
  ${sleep(Duration.minutes(2))}           | ${{ sleep: { seconds: 120 } }}
  ${httpGet('/drain')}                    | ${{ httpGet: { path: '/drain', port: 'api', scheme: 'HTTP' } }}
  ${httpGet('/drain', { port: 'admin' })} | ${{ httpGet: { path: '/drain', port: 'admin', scheme: 'HTTP' } }}
  ${httpGet('/drain', { port: 9090 })}    | ${{ httpGet: { path: '/drain', port: 9090, scheme: 'HTTP' } }}
`('$manifest', ({ hook, manifest }) => {
  const { httpGet: asked, ...rest } = hook.manifest('api');
  expect(asked ? { httpGet: { ...asked, port: asked.port.value } } : rest).toEqual(manifest);
});

test('headers are sent by name, in their order', () => {
  const hook = httpGet('/drain', { headers: { Host: 'orders', 'X-Reason': 'rollout' } });
  expect(hook.manifest('api').httpGet?.httpHeaders).toEqual([
    { name: 'Host', value: 'orders' },
    { name: 'X-Reason', value: 'rollout' },
  ]);
});

test('a hook does one thing', () => {
  for (const hook of [exec(['true']), httpGet('/'), sleep(Duration.seconds(1))]) {
    expect(Object.keys(hook.manifest('api'))).toHaveLength(1);
  }
});
