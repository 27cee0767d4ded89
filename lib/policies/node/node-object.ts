import { manifestField } from '../../kubernetes/manifest-field';
import type { Rule } from '../rule';

/**
 * Nodes are registered by their kubelets, and changed by commands. Nodes that kwok pretends to be are meant. At the desk
 * only: in the cluster every node is an object.
 */
export const nodeObject: Rule = {
  id: 'node-object',
  severity: 'warning',
  level: 'baseline',
  why: 'where the node is not there, a phantom comes to be; where it is, the list of its taints is replaced as a whole',
  mend: 'use kubectl taint nodes NODE KEY=VALUE:EFFECT and kubectl label nodes NODE KEY=VALUE, or the settings of the kubelet',
  source: 'https://kubernetes.io/docs/concepts/architecture/nodes/#management',
  examples: {
    bad: `
apiVersion: v1
kind: Node
metadata: { name: node-1 }
spec: { taints: [{ key: dedicated, value: payments, effect: NoSchedule }] }
`,
    good: `
apiVersion: v1
kind: Node
metadata: { name: node-1, annotations: { kwok.x-k8s.io/node: fake } }
`,
  },
  check: (objects) =>
    objects.flatMap((object) => {
      const { annotations = {}, name } = object.metadata;
      if (object.apiVersion !== 'v1' || object.kind !== 'Node' || 'kwok.x-k8s.io/node' in annotations) return [];
      const isRead = manifestField(object, 'metadata.uid') !== undefined;
      if (isRead) return [];
      const mend = `kubectl taint nodes ${name} KEY=VALUE:NoSchedule, or kubectl label nodes ${name} KEY=VALUE`;
      return [{ object, field: 'kind', got: 'Node', rule: 'must be left to the kubelet', mend }];
    }),
};
