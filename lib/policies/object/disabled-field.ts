import { servedWhen } from '../../kubernetes/schema/served-when';
import { disabledIn } from '../disabled-in';
import type { Rule } from '../rule';

/**
 * Every field is one that the cluster's API server keeps: one behind a feature gate that is off it drops. At the desk only:
 * a policy sees the object without it.
 */
export const disabledField: Rule = {
  id: 'disabled-field',
  severity: 'warning',
  level: 'baseline',
  why: 'the API server drops the field without a word, and the object does less than it says',
  mend: 'take the field out, or enable its feature gate in the cluster and name it in enabledFeatureGates',
  source: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
  parameters: {
    enabledFeatureGates: {
      meaning: 'Feature gates that the cluster has on beside those that are on by default; empty is none.',
      standard: [],
    },
  },
  examples: {
    bad: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 2 } }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "registry.example/db:1.0.0" }] }
`,
    good: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  updateStrategy: { type: RollingUpdate, rollingUpdate: { partition: 0 } }
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db, image: "registry.example/db:1.0.0" }] }
`,
  },
  check: (objects, context) =>
    objects.flatMap((object) =>
      disabledIn(object, context).map(({ field, got, gate: { name, offIn } }) => {
        const { kubernetesVersion, schemas } = context;
        const onIn = new Set(schemas.minors.filter((minor) => !offIn.has(minor)));
        const later = onIn.size > 0 ? `it ${servedWhen(onIn, kubernetesVersion, schemas.minors)}; ` : '';
        return {
          object,
          field,
          got,
          rule: `does nothing in Kubernetes ${kubernetesVersion}, where the feature gate ${name} is off by default`,
          mend: `${later}take it out, or enable the gate in the cluster and name it in enabledFeatureGates`,
        };
      }),
    ),
};
