import type { FeatureGates } from '../kubernetes/schema/generator/feature-gates';

/** `kubernetes_feature_enabled{name="UserNamespacesSupport",stage="BETA"} 0` */
const SWITCHED_OFF = /^kubernetes_feature_enabled\{name="(\w+)",[^}]*\} 0$/gm;

/**
 * Feature gates as an API server has them, from its metrics. They do not say which fields are behind one: that is known from
 * releases.
 */
export function gatesOfCluster(metrics: string): FeatureGates {
  return { off: new Set([...metrics.matchAll(SWITCHED_OFF)].map(([, gate = '']) => gate)), fields: new Map() };
}
