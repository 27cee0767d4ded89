import { apiLifeOf, isSince } from '../../kubernetes/api-life';
import type { Rule } from '../rule';

/** The version of an object is one that stays. What is gone already is another rule's. */
export const deprecatedApiVersion: Rule = {
  id: 'deprecated-api-version',
  severity: 'warning',
  level: 'baseline',
  why: 'a later Kubernetes does not serve it: the upgrade of the cluster breaks the next apply',
  mend: 'write the version that takes its place before the cluster is upgraded',
  source: 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  examples: {
    bad: `
apiVersion: flowcontrol.apiserver.k8s.io/v1beta3
kind: FlowSchema
metadata: { name: shop }
`,
    good: `
apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: FlowSchema
metadata: { name: shop }
`,
  },
  check: (objects, { kubernetesVersion }) =>
    objects.flatMap((object) => {
      const life = apiLifeOf(object);
      if (!life || !isSince(kubernetesVersion, life.deprecated)) return [];
      if (life.gone !== undefined && isSince(kubernetesVersion, life.gone)) return [];
      const { deprecated, gone, instead, changes } = life;
      const rule = `${object.kind} of this version is deprecated since Kubernetes ${deprecated}${gone ? `, and gone in ${gone}` : ''}`;
      const mend = [instead && `write ${instead}`, changes].filter(Boolean).join('; ');
      return [{ object, field: 'apiVersion', got: object.apiVersion, rule, mend }];
    }),
};
