import type { JsonObject } from '../../kubernetes/manifest';
import { manifestField } from '../../kubernetes/manifest-field';
import { type Fill, filled } from './filled';

const HALF_A_DAY = { clientIP: { timeoutSeconds: 10_800 } };

/** @source kubernetes@1.36 pkg/apis/core/v1/defaults.go SetDefaults_Service */
const service: Fill = (given) => {
  const { sessionAffinityConfig, ...spec }: JsonObject = { type: 'ClusterIP', sessionAffinity: 'None', ...given };
  const outside = spec.type === 'NodePort' || spec.type === 'LoadBalancer';
  return {
    ...(outside && { externalTrafficPolicy: 'Cluster' }),
    ...(spec.type !== 'ExternalName' && { internalTrafficPolicy: 'Cluster' }),
    ...(spec.type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: true }),
    ...spec,
    ...(spec.sessionAffinity === 'ClientIP' && {
      sessionAffinityConfig:
        manifestField(sessionAffinityConfig, 'clientIP.timeoutSeconds') === undefined
          ? HALF_A_DAY
          : sessionAffinityConfig,
    }),
  };
};

const port: Fill = (given) => ({ protocol: 'TCP', targetPort: given.port ?? 0, ...given });

/** What the API server fills in of Services, by type. */
export const SERVICE_DEFAULTS: readonly (readonly [string, Fill])[] = [
  ['core.v1.ServiceSpec', service],
  ['core.v1.ServicePort', port],
  ['core.v1.GRPCAction', filled({ service: '' })],
];
