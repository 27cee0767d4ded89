import { cidrHolds } from './cidr';
import { ipAddressProblem } from './ip-address';

/** Addresses that mean another machine to each that reads them, or several at once. */
const NO_ENDPOINT: readonly (readonly [what: string, blocks: readonly string[]])[] = [
  ['the unspecified address', ['0.0.0.0/32', '::/128']],
  ['a loopback address', ['127.0.0.0/8', '::1/128']],
  ['a link-local address', ['169.254.0.0/16', 'fe80::/10']],
  ['a multicast address', ['224.0.0.0/4', 'ff00::/8']],
];

/**
 * Says why nothing could be sent to this address by a Service, or nothing where it could. The API server refuses the same,
 * but for multicast beyond the local link, which it takes and no proxy sends to.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go ValidateEndpointIP
 */
export function endpointAddressProblem(address: string): string | undefined {
  const special = NO_ENDPOINT.find(([, blocks]) => blocks.some((block) => cidrHolds(block, address)));
  return ipAddressProblem(address) ?? (special && `must not be ${special[0]}`);
}
