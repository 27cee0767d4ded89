import type { Construct } from 'constructs';
import { endpointAddressProblem } from '../../kubernetes/endpoint-address';
import { ipAddressFamily } from '../../kubernetes/ip-address';
import { InvalidProp } from '../invalid-prop';
import type { Mistake } from '../mistake';
import type { ResolvedService } from './service-options';

/** Most endpoints of one EndpointSlice. @source kubernetes@1.36 pkg/apis/discovery/validation/validation.go maxEndpoints */
const MAX_ENDPOINTS = 1000;

/**
 * Holds addresses against what an EndpointSlice can hold, and against the families of their Service.
 *
 * @throws InvalidProp for the first that does not hold
 */
export function requireSoundEndpoints(scope: Construct, addresses: readonly string[], service: ResolvedService): void {
  const wrong =
    addressMistake(addresses) ?? countMistake(addresses) ?? familyMistake(addresses, service) ?? portMistake(service);
  if (wrong) throw new InvalidProp(wrong.code, scope, wrong);
}

const prop = 'addresses';

function addressMistake(addresses: readonly string[]): Mistake | undefined {
  for (const [index, got] of addresses.entries()) {
    const rule = endpointAddressProblem(got);
    const mend = 'give an address that every node reaches, such as "10.1.0.7"; for a name there is ExternalService';
    if (rule) return { code: 'InvalidAddress', prop, got, rule, mend };
    if (addresses.indexOf(got) < index)
      return { code: 'DuplicateAddress', prop, got, rule: 'must not be given twice', mend: 'remove one' };
  }
  return undefined;
}

function countMistake(addresses: readonly string[]): Mistake | undefined {
  const ipv6 = addresses.filter((address) => ipAddressFamily(address) === 'IPv6').length;
  const got = Math.max(ipv6, addresses.length - ipv6);
  const mend = 'give each Service some of them';
  if (got > MAX_ENDPOINTS)
    return { code: 'TooManyAddresses', prop, got, rule: `must be at most ${MAX_ENDPOINTS} of a family`, mend };
  if (got > 0) return undefined;
  return { code: 'NoAddresses', prop, got: addresses, rule: 'must name one', mend: 'say who answers' };
}

function familyMistake(addresses: readonly string[], service: ResolvedService): Mistake | undefined {
  const { ipFamilyPolicy = 'SingleStack', ipFamilies = [] } = service;
  if (ipFamilyPolicy !== 'SingleStack') return undefined;
  const got = addresses.find((address) => !ipFamilies.includes(ipAddressFamily(address)));
  if (got === undefined) return undefined;
  const mend = 'name that family in ipFamilies, or set ipFamilyPolicy to "PreferDualStack"';
  return { code: 'InvalidFamilies', prop, got, rule: 'must be of a family that the Service has', mend };
}

function portMistake({ ports }: ResolvedService): Mistake | undefined {
  if (ports.length > 0) return undefined;
  return { code: 'NoPorts', prop: 'ports', got: ports, rule: 'must have one', mend: 'say where they listen' };
}
