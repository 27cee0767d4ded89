import { isSince } from '../../kubernetes/api-life';
import { manifestFieldList } from '../../kubernetes/manifest-field';
import { componentOf, removedFlags } from '../../kubernetes/removed-flags';
import { runningContainers, runningPods } from '../../kubernetes/running-pods';
import type { Rule, RuleContext, Violation } from '../rule';

/** Components of Kubernetes are started with flags and feature gates that they still know. */
export const removedFlag: Rule = {
  id: 'removed-flag',
  severity: 'error',
  level: 'baseline',
  why: 'a component that is given a flag or a feature gate it does not know ends at once, and the control plane with it',
  mend: 'take the flag or the gate out: what a removed gate switched on is on for good',
  source: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates-removed/',
  examples: {
    bad: `
apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.30.14
      command: [kube-apiserver, --feature-gates=EphemeralContainers=true]
`,
    good: `
apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.30.14
      command: [kube-apiserver, --feature-gates=AllAlpha=false]
`,
  },
  check: (objects, context) =>
    runningPods(objects).flatMap((pods) =>
      runningContainers(pods).flatMap(({ container, path }) =>
        goneIn(container, path, context).map((violation) => ({ object: pods.object, ...violation })),
      ),
    ),
};

function goneIn(container: unknown, path: string, { kubernetesVersion }: RuleContext): Omit<Violation, 'object'>[] {
  const words = ['command', 'args'].flatMap((list) =>
    manifestFieldList(container, list).map((word, index) => ({
      field: `${path}.${list}[${index}]`,
      got: String(word),
    })),
  );
  const component = words.flatMap(({ got }) => componentOf(got) ?? [])[0];
  if (component === undefined) return [];
  return words.flatMap(({ field, got }) =>
    removedFlags(component, got)
      .filter(({ since }) => isSince(kubernetesVersion, since))
      .map(({ name, since }) => {
        const rule = `${name} is gone from ${component} since Kubernetes ${since}`;
        return { field, got, rule, mend: `take ${name} out` };
      }),
  );
}
