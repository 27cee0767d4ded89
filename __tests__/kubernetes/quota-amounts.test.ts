import { Size } from 'cdk8s';
import { Cpu } from '../../lib/kubernetes/k8s';
import { quotaHard, quotaProblem } from '../../lib/kubernetes/quota-amounts';

test('requests and limits are said apart: "cpu" alone would bound the requests only', () => {
  const amounts = {
    cpuRequests: Cpu.units(2),
    cpuLimits: Cpu.millis(6500),
    memoryRequests: Size.gibibytes(2),
    memoryLimits: Size.gibibytes(4),
    ephemeralStorageRequests: Size.gibibytes(5),
    ephemeralStorageLimits: Size.gibibytes(9),
    pods: 0,
  };
  expect(quotaHard(amounts)).toEqual({
    'requests.cpu': '2',
    'limits.cpu': '6500m',
    'requests.memory': '2Gi',
    'limits.memory': '4Gi',
    'requests.ephemeral-storage': '5Gi',
    'limits.ephemeral-storage': '9Gi',
    pods: '0',
  });
});

test('storage is bounded in all, and by class', () => {
  const storageClasses = { 'fast.ssd': { storageRequests: Size.gibibytes(50), claims: 3 }, slow: { claims: 0 } };
  expect(quotaHard({ storageRequests: Size.tebibytes(1), storageClasses })).toEqual({
    'requests.storage': '1Ti',
    'fast.ssd.storageclass.storage.k8s.io/requests.storage': '50Gi',
    'fast.ssd.storageclass.storage.k8s.io/persistentvolumeclaims': '3',
    'slow.storageclass.storage.k8s.io/persistentvolumeclaims': '0',
  });
});

test.each`
  resource                          | key
  ${'services'}                     | ${'services'}
  ${'services.loadbalancers'}       | ${'services.loadbalancers'}
  ${'services.nodeports'}           | ${'services.nodeports'}
  ${'persistentvolumeclaims'}       | ${'persistentvolumeclaims'}
  ${'secrets'}                      | ${'secrets'}
  ${'serviceaccounts'}              | ${'count/serviceaccounts'}
  ${'deployments'}                  | ${'count/deployments.apps'}
  ${'jobs.batch'}                   | ${'count/jobs.batch'}
  ${'certificates.cert-manager.io'} | ${'count/certificates.cert-manager.io'}
`('$resource are counted as $key', ({ resource, key }) => {
  expect(quotaProblem({ objects: { [resource]: 7 } })).toBeUndefined();
  expect(quotaHard({ objects: { [resource]: 7 } })).toEqual({ [key]: '7' });
});

test('what is left out has no bound', () => {
  expect([quotaHard({}), quotaProblem({})]).toEqual([{}, undefined]);
});

test.each([
  [{ pods: 1.5 }, 'pods', 'must be a whole number from 0 to 2147483647'],
  [{ objects: { services: -1 } }, 'objects[services]', 'must be a whole number from 0 to 2147483647'],
  [
    { storageClasses: { slow: { claims: 0.5 } } },
    'storageClasses[slow].claims',
    'must be a whole number from 0 to 2147483647',
  ],
  [
    { storageClasses: { 'slow disk': {} } },
    'storageClasses',
    'must be lower case letters, digits, "-" and ".", beginning and ending with a letter or digit',
  ],
  [{ cpuRequests: Cpu.units(2), cpuLimits: Cpu.units(1) }, 'cpuLimits', 'must be at least the requests (2)'],
  [
    { memoryRequests: Size.gibibytes(2), memoryLimits: Size.mebibytes(2047) },
    'memoryLimits',
    'must be at least the requests (2Gi)',
  ],
  [
    { ephemeralStorageRequests: Size.gibibytes(2), ephemeralStorageLimits: Size.gibibytes(1) },
    'ephemeralStorageLimits',
    'must be at least the requests (2Gi)',
  ],
  [
    { objects: { deployment: 1 } },
    'objects',
    'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one',
  ],
  [
    { objects: { 'count/deployments.apps': 1 } },
    'objects',
    'must be a resource of Kubernetes, or "<plural>.<group>" of a custom one',
  ],
  [{ objects: { pods: 1 } }, 'objects', 'must not be counted twice'],
  [{ objects: { nodes: 1 } }, 'objects', 'must be in a namespace'],
  [{ objects: { 'deployments/scale': 1 } }, 'objects', 'must be a resource that objects are stored of'],
  [{ objects: { '*': 1 } }, 'objects', 'must be a resource that objects are stored of'],
])('fails for %j', (amounts, field, rule) => {
  expect(quotaProblem(amounts)).toMatchObject({ field, rule, mend: expect.any(String) });
});
