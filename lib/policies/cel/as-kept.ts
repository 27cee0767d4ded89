import type { Manifest } from '../../kubernetes/manifest';
import { withoutFields } from '../../kubernetes/without-fields';
import { disabledIn } from '../disabled-in';
import type { RuleContext } from '../rule';

type Kept = WeakMap<Manifest, Manifest>;

/** What was worked out, by the cluster that it is of: every rule asks for it. */
const known = new WeakMap<RuleContext['schemas'], Map<string, Kept>>();

/** Objects as an API server shows them to policies: without the fields that it has dropped by then. */
export function asKept(context: RuleContext): (object: Manifest) => Manifest {
  const kept = keptIn(context);
  return (object) => {
    const one = kept.get(object) ?? withoutDropped(object, context);
    kept.set(object, one);
    return one;
  };
}

function keptIn({ schemas, kubernetesVersion, parameters }: RuleContext): Kept {
  const cluster = `${kubernetesVersion} ${parameters?.enabledFeatureGates ?? ''}`;
  const byCluster = known.get(schemas) ?? new Map<string, Kept>();
  known.set(schemas, byCluster);
  const kept: Kept = byCluster.get(cluster) ?? new WeakMap();
  byCluster.set(cluster, kept);
  return kept;
}

function withoutDropped(object: Manifest, context: RuleContext): Manifest {
  const dropped = disabledIn(object, context).map(({ field }) => field);
  return dropped.length === 0 ? object : withoutFields(object, dropped);
}
