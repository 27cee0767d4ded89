import { faults, mends } from './bundled';

const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
const container = { name: 'web', image: 'web:1' };
const ingress = (spec: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec,
});
const hpa = (spec: object) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: { maxReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'web' }, ...spec },
});

test.each`
  what                                             | object                                                                                                                                | mend
  ${'the backend of an Ingress before v1'}         | ${ingress({ defaultBackend: { serviceName: 'web' } })}                                                                                | ${'write service: { name, port: { number } }, as networking.k8s.io/v1 has it'}
  ${'the default backend of an Ingress before v1'} | ${ingress({ backend: {} })}                                                                                                           | ${'call it defaultBackend, as networking.k8s.io/v1 does'}
  ${'the CPU of an autoscaler of v1'}              | ${hpa({ targetCPUUtilizationPercentage: 60 })}                                                                                        | ${/^write metrics: /}
  ${'the target of a metric of v2beta1'}           | ${hpa({ metrics: [{ type: 'Resource', resource: { name: 'cpu', targetAverageUtilization: 50, target: { type: 'Utilization' } } }] })} | ${/averageUtilization/}
  ${'a period inside of the handler of a probe'}   | ${pod({ containers: [{ ...container, livenessProbe: { httpGet: { port: 80, periodSeconds: 5 } } }] })}                                | ${/^move it out, beside the handler/}
  ${'volumes inside of a container'}               | ${pod({ containers: [{ ...container, volumes: [] }] })}                                                                               | ${'move it out of the container, beside containers'}
  ${'ports beside containers'}                     | ${pod({ containers: [container], ports: [] })}                                                                                        | ${'move it into one of containers'}
  ${'weights of a Service'}                        | ${{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { loadBalancerBackendWeights: {} } }}                         | ${/^remove it: a Service has no weights/}
`('$what is told where it belongs', ({ object, mend }) => {
  expect(faults(object)).toEqual([expect.stringMatching(/: unknown field of /)]);
  expect(mends(object)).toEqual([typeof mend === 'string' ? mend : expect.stringMatching(mend)]);
});
