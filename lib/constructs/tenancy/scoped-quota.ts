import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import type { Labels } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { type PodAmounts, quotaHard, quotaProblem } from '../../kubernetes/quota-amounts';
import { type QuotaScope, quotaScopesProblem } from '../../kubernetes/quota-scope';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { quotaQuantities } from './quota-quantities';

/** Some Pods, and what they may use together. */
export interface ScopedAmounts {
  /** Which Pods count: those that every scope takes in. */
  readonly scopes: readonly QuotaScope[];

  /** What they may use together: requests and limits, or their number. */
  readonly amounts: PodAmounts;
}

/** Props of `ScopedQuota`. */
export interface ScopedQuotaProps extends ScopedAmounts {
  /**
   * Name.
   *
   * @default - the construct id in kebab-case
   */
  readonly name?: string;

  /**
   * Namespace whose Pods count.
   *
   * @default - the chart's
   */
  readonly namespace?: string;

  /**
   * Labels.
   *
   * @default - the chart's
   */
  readonly labels?: Labels;
}

/**
 * What some of the Pods of a namespace may use together, beside the quota of all of them: a Pod has to fit into every quota
 * that counts it.
 *
 * Defines one ResourceQuota.
 *
 * @throws InvalidProp `InvalidName`, `InvalidScopes`, `InvalidQuota`
 * @example
 * new ScopedQuota(this, 'Batch', {
 *   scopes: [QuotaScope.priorityClass('batch')], amounts: { cpuRequests: Cpu.units(4), pods: 20 },
 * });
 */
export class ScopedQuota extends Construct {
  /** The quota itself, for what the props do not cover. */
  public readonly quota: k8s.KubeResourceQuota;

  constructor(scope: Construct, id: string, props: ScopedQuotaProps) {
    super(scope, id);
    const { name, labels, scopes, amounts, ...rest } = withDefaults(props, { name: objectName(scope, id) });
    const namespace = rest.namespace ?? Chart.of(this).namespace;
    this.requireName(name);
    this.requireScopes(scopes);
    this.requireAmounts(amounts, scopes);

    this.quota = new k8s.KubeResourceQuota(this, 'Quota', {
      metadata: { name, namespace, labels: { ...labels } },
      spec: {
        hard: quotaQuantities(amounts),
        scopeSelector: { matchExpressions: scopes.map(({ manifest }) => manifest) },
      },
    });
  }

  private requireName(got: string): void {
    const rule = nameProblem('ResourceQuota', got);
    if (rule) throw new InvalidProp('InvalidName', this, { prop: 'name', got, rule, mend: 'choose another name' });
  }

  private requireScopes(scopes: readonly QuotaScope[]): void {
    const wrong = quotaScopesProblem(scopes);
    const mend = 'say which Pods count';
    if (wrong) throw new InvalidProp('InvalidScopes', this, { prop: 'scopes', ...wrong, mend });
  }

  private requireAmounts(amounts: PodAmounts, scopes: readonly QuotaScope[]): void {
    const hard = Object.keys(quotaHard(amounts));
    const wrong = quotaProblem(amounts) ?? unscoped(hard, scopes);
    if (!wrong) return;
    const { field, ...rest } = wrong;
    throw new InvalidProp('InvalidQuota', this, { prop: field ? `amounts.${field}` : 'amounts', ...rest });
  }
}

/** Of Pods that request nothing only the number can be bounded. */
function unscoped(hard: readonly string[], scopes: readonly QuotaScope[]): ReturnType<typeof quotaProblem> {
  const mend = 'bound pods';
  if (hard.length === 0) return { field: '', got: {}, rule: 'must bound something', mend };
  const best = scopes.some(({ manifest }) => manifest.scopeName === 'BestEffort');
  const other = hard.find((key) => key !== 'pods');
  if (!best || !other) return undefined;
  return { field: '', got: other, rule: 'must be pods alone for those that request nothing', mend };
}
