import { groupOf } from '../../kubernetes/identity';
import type { Rule } from '../rule';

/** No SecurityContextConstraints of OpenShift let privileged containers in. At the desk only: other clusters lack the kind. */
export const sccDenyPrivilegedContainer: Rule = {
  id: 'scc-deny-privileged-container',
  severity: 'warning',
  level: 'strict',
  why: 'whoever may use them may run a container that is root on the node',
  mend: 'set allowPrivilegedContainer to false',
  source: 'https://docs.kubelinter.io/#/generated/checks?id=scc-deny-privileged-container',
  examples: {
    bad: `
apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: { name: build }
allowPrivilegedContainer: true
`,
    good: `
apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: { name: build }
allowPrivilegedContainer: false
`,
  },
  check: (objects) =>
    objects.flatMap((object) => {
      const got = object.allowPrivilegedContainer;
      const isScc =
        groupOf(object.apiVersion) === 'security.openshift.io' && object.kind === 'SecurityContextConstraints';
      if (!isScc || got !== true) return [];
      return [{ object, field: 'allowPrivilegedContainer', got, rule: 'must not be true', mend: 'set it to false' }];
    }),
};
