import type { Manifest } from '../../kubernetes/manifest';
import { podRunBy } from '../../kubernetes/pod-of';
import type { Fix, Rule, Violation } from '../rule';

/**
 * Labels of nodes that have another name now.
 *
 * @source kubernetes@1.36 pkg/api/node/util.go deprecatedNodeLabels
 */
const LABELS: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
  'node-role.kubernetes.io/master': 'node-role.kubernetes.io/control-plane',
};

/** Fields that name a label by their value. */
const NAMING = new Set(['key', 'topologyKey']);

/**
 * Pods choose nodes by the labels that nodes carry now. A toleration of the old name passes: clusters that were upgraded may
 * have the taint still.
 */
export const deprecatedNodeLabel: Rule = {
  id: 'deprecated-node-label',
  severity: 'warning',
  level: 'baseline',
  why: 'nodes carry the old label for as long as the kubelet sets it: without it, no node fits, and the Pod waits for ever',
  mend: 'write the label that took its place',
  source: 'https://kubernetes.io/docs/reference/labels-annotations-taints/',
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { nodeSelector: { beta.kubernetes.io/arch: amd64 }, containers: [{ name: web, image: "web:1" }] }
`,
    good: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { nodeSelector: { kubernetes.io/arch: amd64 }, containers: [{ name: web, image: "web:1" }] }
`,
  },
  fix: renameLabel,
  check: (objects) =>
    objects.flatMap((object) => {
      const pod = podRunBy(object);
      if (!pod) return [];
      const { nodeSelector, affinity, topologySpreadConstraints } = pod.spec;
      return Object.entries({ nodeSelector, affinity, topologySpreadConstraints }).flatMap(([key, value]) =>
        labelsIn(value, `${pod.path}.${key}`, object),
      );
    }),
};

function labelsIn(value: unknown, field: string, object: Manifest): Violation[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => labelsIn(item, `${field}[${index}]`, object));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isNamed = NAMING.has(key) && typeof inner === 'string' && Object.hasOwn(LABELS, inner);
    if (isNamed) return violation(`${field}.${key}`, inner, object);
    return Object.hasOwn(LABELS, key)
      ? violation(`${field}[${key}]`, key, object)
      : labelsIn(inner, `${field}.${key}`, object);
  });
}

/** A label that is named by a value. One that is a key has a value of its own, which would have to move with it. */
function renameLabel({ field, got }: Violation): ReturnType<Fix> {
  const value = LABELS[String(got)];
  const isName = NAMING.has(field.slice(field.lastIndexOf('.') + 1));
  return value !== undefined && isName ? [{ field, value }] : [];
}

function violation(field: string, got: string, object: Manifest): Violation[] {
  return [{ object, field, got, rule: 'has another name now', mend: `write ${LABELS[got]}` }];
}
