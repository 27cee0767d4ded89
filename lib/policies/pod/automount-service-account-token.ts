import type { Manifest } from '../../kubernetes/manifest';
import { manifestField, manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';
import { namespaceOf } from '../../kubernetes/namespace-of';
import { type RunningPods, runningPods } from '../../kubernetes/running-pods';
import type { Rule } from '../rule';

/** Pods get no token for the API, unless their account is given a role: then they ask for it. */
export const automountServiceAccountToken: Rule = {
  id: 'automount-service-account-token',
  severity: 'warning',
  level: 'production',
  why: 'whoever gets into the container may ask the API server, which has had its holes',
  mend: 'set automountServiceAccountToken to false, of the Pod or of its ServiceAccount',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
  examples: {
    bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "web:1" }] }
`,
    good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { automountServiceAccountToken: false, containers: [{ name: web, image: "web:1" }] }
`,
  },
  check: (objects) =>
    runningPods(objects).flatMap((pods) => {
      const { object, path, spec } = pods;
      const own = manifestField(spec, 'automountServiceAccountToken');
      if ((own ?? ofAccount(pods, objects)) === false || isGivenRole(pods, objects)) return [];
      const rule = 'must be false, here or of the ServiceAccount, where the account has no role';
      const mend = 'set it to false, or bind a role to the account that the Pod runs as';
      return [{ object, field: `${path}.automountServiceAccountToken`, got: own, rule, mend }];
    }),
};

function accountOf({ spec }: RunningPods): string {
  return manifestFieldText(spec, 'serviceAccountName') ?? manifestFieldText(spec, 'serviceAccount') ?? 'default';
}

function ofAccount(pods: RunningPods, objects: readonly Manifest[]): unknown {
  const account = objects.find(
    (object) =>
      object.kind === 'ServiceAccount' &&
      object.metadata.name === accountOf(pods) &&
      namespaceOf(object) === pods.namespace,
  );
  return account?.automountServiceAccountToken;
}

/** Whether a binding of a role, in this namespace or for the whole cluster, names the account. */
function isGivenRole(pods: RunningPods, objects: readonly Manifest[]): boolean {
  const name = accountOf(pods);
  return objects
    .filter(({ kind }) => kind === 'RoleBinding' || kind === 'ClusterRoleBinding')
    .some((binding) =>
      manifestFieldList(binding, 'subjects').some(
        (subject) =>
          manifestField(subject, 'kind') === 'ServiceAccount' &&
          manifestField(subject, 'name') === name &&
          (manifestFieldText(subject, 'namespace') ?? namespaceOf(binding)) === pods.namespace,
      ),
    );
}
