import type { Kubectl } from '../kubectl';
import { OnboardingFailed } from './onboarding-failed';

/** A cluster as a kubeconfig names it: where it is, and how its answers are known to be its own. */
export interface CurrentCluster {
  readonly name: string;
  readonly cluster: Readonly<Record<string, unknown>>;
}

/** The cluster that kubectl talks to, without who talks to it. */
export function currentCluster(kubectl: Kubectl): CurrentCluster {
  const view = ['config', 'view', '--minify', '--flatten', '--raw'];
  const { clusters } = kubectl.json<{ clusters: readonly CurrentCluster[] | null }>(view);
  const [current] = clusters ?? [];
  if (current) return current;
  const mend = 'choose a context with: kubectl config use-context';
  throw new OnboardingFailed({ field: 'KUBECONFIG', got: undefined, rule: 'must have a current cluster', mend });
}
