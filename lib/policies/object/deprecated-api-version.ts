import { API_LIVES, isSince } from '../../kubernetes/api-life';
import { groupOf } from '../../kubernetes/identity';
import type { Manifest } from '../../kubernetes/manifest';
import { isCustomGroup } from '../../kubernetes/schema/is-custom-group';
import { otherVersion } from '../../kubernetes/schema/other-version';
import { removedSince } from '../../kubernetes/schema/removed-since';
import type { Schemas } from '../../kubernetes/schema/schemas';
import type { Rule, Violation } from '../rule';
import { versionFix } from '../version-fix';

/**
 * The version of an object is one that stays. What is gone already is another rule's; of what nothing takes the place of yet,
 * nothing is said. Which release of a custom resource's definition a cluster has is not known: a version that the release kept here
 * does not serve may be served by an older one.
 */
export const deprecatedApiVersion: Rule = {
  id: 'deprecated-api-version',
  severity: 'warning',
  level: 'baseline',
  why: 'a later Kubernetes does not serve it: the upgrade of the cluster breaks the next apply',
  mend: 'write the version that takes its place before the cluster is upgraded',
  source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  examples: {
    bad: `
apiVersion: networking.k8s.io/v1beta1
kind: ServiceCIDR
metadata: { name: shop }
spec: { cidrs: [10.96.0.0/16] }
`,
    good: `
apiVersion: networking.k8s.io/v1
kind: ServiceCIDR
metadata: { name: shop }
spec: { cidrs: [10.96.0.0/16] }
`,
  },
  fix: versionFix,
  check: (objects, { kubernetesVersion, schemas }) =>
    objects.flatMap((object) => {
      const { apiVersion, kind } = object;
      const life = API_LIVES.get(`${apiVersion} ${kind}`);
      if (!life) return unservedCustom(object, schemas, kubernetesVersion);
      if (!isSince(kubernetesVersion, life.deprecated)) return [];
      const { deprecated, gone, changes } = life;
      const instead = otherVersion(object, schemas, kubernetesVersion);
      const ways = [instead && `write ${instead}`, changes].filter(Boolean);
      if (ways.length === 0 || removedSince(object, schemas, kubernetesVersion)) return [];
      const end = gone ? `, and gone in ${gone}` : '';
      const rule = `${kind} of this version is deprecated since Kubernetes ${deprecated}${end}`;
      return [{ object, field: 'apiVersion', got: apiVersion, rule, mend: ways.join('; ') }];
    }),
};

function unservedCustom(object: Manifest, schemas: Schemas, minor: string): Violation[] {
  const { apiVersion, kind } = object;
  if (schemas.kinds.has(`${apiVersion} ${kind}`) || !isCustomGroup(groupOf(apiVersion), schemas)) return [];
  const instead = otherVersion(object, schemas, minor);
  const source = schemas.kinds.get(`${instead} ${kind}`)?.source;
  if (!source) return [];
  const rule = `${kind} of this version is not served by ${source}`;
  return [{ object, field: 'apiVersion', got: apiVersion, rule, mend: `write ${instead}` }];
}
