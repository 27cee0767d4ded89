import { type IpFamily, ipAddressFamily } from '../../kubernetes/ip-address';
import type { Mistake } from '../mistake';

/** Which kinds of addresses a Service has. The first is the kind of its `ip`, and can never be changed. */
export interface IpFamilies {
  /**
   * `SingleStack`: one kind. `PreferDualStack`: both where the cluster has both. `RequireDualStack`: both, or the API server
   * refuses it.
   *
   * @default - `SingleStack`, by Kubernetes
   * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/
   */
  readonly ipFamilyPolicy?: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack';

  /**
   * The kinds, in their order: one for `SingleStack`, else both. Each must be one that the cluster has.
   *
   * @default - that which is first in the cluster; of both kinds in the cluster's order
   */
  readonly ipFamilies?: readonly IpFamily[];
}

/** What Kubernetes would refuse of these, alone or with a fixed address; nothing where they are sound. */
export function ipFamiliesMistake(families: IpFamilies, ip: string | undefined): Mistake | undefined {
  const { ipFamilyPolicy = 'SingleStack', ipFamilies: got = [] } = families;
  const wrong = (rule: string, mend: string) => ({ code: 'InvalidFamilies', prop: 'ipFamilies', got, rule, mend });
  if (families.ipFamilies?.length === 0) return wrong('must name one', 'leave it out for that of the cluster');
  if (new Set(got).size < got.length) return wrong('must not name one twice', 'name each once');
  if (got.length === 2 && ipFamilyPolicy === 'SingleStack')
    return wrong('must be one for SingleStack', 'set ipFamilyPolicy to "PreferDualStack"');
  if (got.length === 1 && ipFamilyPolicy !== 'SingleStack') {
    // the API server adds the other, and the next apply takes it away again, which it refuses
    return wrong(`must be both for ${ipFamilyPolicy}`, 'name both, or leave it out for the order of the cluster');
  }
  if (ip === undefined || got[0] === undefined || got[0] === ipAddressFamily(ip)) return undefined;
  return wrong(`must begin with that of ${ip}`, 'give an address of the first family, or leave it out');
}
