import type { Manifest } from '../../../lib/kubernetes/manifest';
import { checkSchema } from '../../../lib/kubernetes/schema/check';
import { deployment, faults, mends, pod, schemas } from './bundled';

const meta = { name: 'web' };
const hpa = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: meta,
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    minReplicas: 2,
    maxReplicas: 5,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } }],
    behavior: {
      scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] },
    },
  },
};
const ingress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: meta,
  spec: {
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'web.example.com',
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
        },
      },
    ],
  },
};
const networkPolicy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: meta,
  spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 'http' }] }] },
};
const resourceQuota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: meta,
  spec: { hard: { 'requests.cpu': '4', 'limits.memory': '8Gi', pods: 20 } },
};
const statefulSet = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: meta,
  spec: {
    ...deployment().spec,
    volumeClaimTemplates: [
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        status: { conditions: [{}] },
      },
    ],
  },
};

describe.each(['1.30', '1.36'])('in Kubernetes %s', (minor) => {
  test.each([
    ['Deployment', deployment()],
    ['HorizontalPodAutoscaler', hpa],
    ['Ingress', ingress],
    ['NetworkPolicy', networkPolicy],
    ['ResourceQuota', resourceQuota],
    // the published schema of 1.30 requires serviceName; the API server does not
    ['StatefulSet without serviceName, with a status in its claim template', statefulSet],
  ])('a valid %s has no violation', (_, manifest) => {
    expect(faults(manifest, minor)).toEqual([]);
  });
});

describe('unknown fields', () => {
  test.each`
    container                                   | fault                                                                                  | mend                                                                      | because
    ${{ imge: 'nginx' }}                        | ${'spec.containers[0].imge: unknown field of Container in Kubernetes 1.36'}            | ${'did you mean image?'}                                                  | ${'a letter is missing'}
    ${{ ImagePullPolicy: 'Always' }}            | ${'spec.containers[0].ImagePullPolicy: unknown field of Container in Kubernetes 1.36'} | ${'did you mean imagePullPolicy?'}                                        | ${'the API server minds upper and lower case'}
    ${{ sidecar: null }}                        | ${'spec.containers[0].sidecar: unknown field of Container in Kubernetes 1.36'}         | ${'remove it'}                                                            | ${'null does not hide it'}
    ${{ env: [{ name: 'A', valu: 'b' }] }}      | ${'spec.containers[0].env[0].valu: unknown field of EnvVar in Kubernetes 1.36'}        | ${'did you mean value?'}                                                  | ${'lists are looked into'}
    ${{ ports: [{ containerPort: 80, x: 1 }] }} | ${'spec.containers[0].ports[0].x: unknown field of ContainerPort in Kubernetes 1.36'}  | ${'remove it; known are containerPort, hostIP, hostPort, name, protocol'} | ${'few names are worth listing'}
  `('$fault: $because', ({ container, fault, mend }) => {
    expect(faults(pod({}, container))).toEqual([fault]);
    expect(mends(pod({}, container))).toEqual([mend]);
  });

  test('a field of a later minor says which one it needs', () => {
    const later = pod({ hostnameOverride: 'web' });
    expect(faults(later, '1.36')).toEqual([]);
    expect(faults(later, '1.33')).toEqual(['spec.hostnameOverride: unknown field of PodSpec in Kubernetes 1.33']);
    expect(mends(later, '1.33')).toEqual(['needs Kubernetes 1.34; remove it for 1.33']);
  });

  test('a field of a later minor is not suggested', () => {
    expect(mends(pod({ hostnameOverrid: 'web' }), '1.36')).toEqual(['did you mean hostnameOverride?']);
    expect(mends(pod({ hostnameOverrid: 'web' }), '1.33')).toEqual(['remove it']);
  });

  test('metadata is looked into like everything else', () => {
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { ...meta, managedFields: [{ tim: 'x' }] } };
    expect(faults(manifest)).toEqual([
      'metadata.managedFields[0].tim: unknown field of ManagedFieldsEntry in Kubernetes 1.36',
    ]);
  });
});

describe('missing fields', () => {
  test('a field that only a later minor requires is not missing in an earlier one, but what is in it may be', () => {
    expect(faults({ ...hpa, spec: undefined }, '1.30')).toEqual([
      'spec.maxReplicas: is required',
      'spec.scaleTargetRef: is required',
    ]);
  });

  test.each`
    manifest                                             | expected                                    | because
    ${deployment({ selector: undefined })}               | ${['spec.selector: is required']}           | ${'the schema requires it'}
    ${pod({ containers: [] })}                           | ${['spec.containers: is required']}         | ${'an empty list is none'}
    ${pod({}, { name: '' })}                             | ${['spec.containers[0].name: is required']} | ${'an empty string is none'}
    ${{ apiVersion: 'v1', kind: 'Pod', metadata: meta }} | ${['spec.containers: is required']}         | ${'without a spec all of it is missing'}
    ${{ ...hpa, spec: undefined }}                       | ${['spec: is required']}                    | ${'this kind requires its spec'}
    ${{ kind: 'Pod' }}                                   | ${['apiVersion: is required']}              | ${'nothing can be checked without'}
    ${{ apiVersion: 'v1', kind: 7 }}                     | ${['kind: must be a string']}               | ${'a kind is a word'}
  `('$expected: $because', ({ manifest, expected }) => {
    expect(faults(manifest)).toEqual(expected);
  });

  test.each([
    [
      'RoleRef.apiGroup',
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: meta,
        roleRef: { kind: 'Role', name: 'r' },
      },
    ],
    ['HTTPHeader.value', pod({}, { livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: 'X-Probe' }] } } })],
    ['PriorityClass.value', { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: meta }],
    ['NetworkPolicySpec.podSelector', { ...networkPolicy, spec: { policyTypes: ['Ingress'] } }],
    ['LimitRangeSpec.limits', { apiVersion: 'v1', kind: 'LimitRange', metadata: meta }],
  ])('%s is required by the published schema, not by the API server', (_, manifest) => {
    expect(faults(manifest, '1.30')).toEqual([]);
  });
});

test('reports everything at once, in the order in which it stands', () => {
  const manifest = deployment(
    { replicas: '2', paused: 'no' },
    { containers: [{ name: 'web', imge: 'nginx', ports: [{ port: 80 }] }, { image: 'sidecar' }] },
  );
  expect(faults(manifest)).toEqual([
    'spec.replicas: must be an integer',
    'spec.template.spec.containers[0].imge: unknown field of Container in Kubernetes 1.36',
    'spec.template.spec.containers[0].ports[0].port: unknown field of ContainerPort in Kubernetes 1.36',
    'spec.template.spec.containers[0].ports[0].containerPort: is required',
    'spec.template.spec.containers[1].name: is required',
    'spec.paused: must be a boolean',
  ]);
});

test('a violation has the value that was given', () => {
  expect(checkSchema(deployment({ replicas: '2' }) as Manifest, schemas, '1.30')).toEqual([
    { field: 'spec.replicas', got: '2', rule: 'must be an integer', mend: 'write 2 without quotes' },
  ]);
});

test('fails for a minor without schema', () => {
  expect(() => checkSchema(pod() as Manifest, schemas, '1.29')).toThrow(
    'minor: invalid value 1.29: must be one of 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36; add its schema',
  );
});
