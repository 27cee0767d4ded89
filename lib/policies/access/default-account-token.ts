import { manifestField } from '../../kubernetes/manifest-field';
import type { Rule } from '../rule';

/**
 * The account of Pods that name none brings no token. At the desk only: the control plane makes one for each namespace, and
 * must not be kept from it.
 */
export const defaultAccountToken: Rule = {
  id: 'default-account-token',
  severity: 'info',
  level: 'strict',
  why: 'every Pod that names no account gets the token, and may ask the API server with it',
  mend: 'set automountServiceAccountToken of the account default to false',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  examples: {
    bad: `
apiVersion: v1
kind: ServiceAccount
metadata: { name: default, namespace: shop }
`,
    good: `
apiVersion: v1
kind: ServiceAccount
metadata: { name: default, namespace: shop }
automountServiceAccountToken: false
`,
  },
  check: (objects) =>
    objects.flatMap((object) => {
      const got = manifestField(object, 'automountServiceAccountToken');
      const isDefault = object.kind === 'ServiceAccount' && object.metadata.name === 'default';
      if (!isDefault || got === false) return [];
      const rule = 'must be false for the account default';
      return [{ object, field: 'automountServiceAccountToken', got, rule, mend: 'set it to false' }];
    }),
};
