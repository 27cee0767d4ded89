import { manifestField } from '../../kubernetes/manifest-field';
import type { FieldUpdate, ImmutableField } from './immutable-field';

const typeOf = (service: unknown) => manifestField(service, 'spec.type');
const isHeadless = (service: unknown) => manifestField(service, 'spec.clusterIP') === 'None';

/** What has no address of its own, before or after, may be given one, or lose it. */
const isExternalName = ({ from, to }: FieldUpdate) => typeOf(from) === 'ExternalName' || typeOf(to) === 'ExternalName';

/** The first family stays; a second one may come and go. */
function keepsFamily(update: FieldUpdate): boolean {
  const { from, to } = update;
  const first = (service: unknown) => manifestField(service, 'spec.ipFamilies') as readonly unknown[] | undefined;
  if (isExternalName(update) || isHeadless(from) || isHeadless(to)) return true;
  return first(from) === undefined || first(to) === undefined || first(from)?.[0] === first(to)?.[0];
}

const changesType = ({ from, to }: FieldUpdate) => typeOf(from) !== 'LoadBalancer' || typeOf(to) !== 'LoadBalancer';

/** A Service that has no address cannot be given ports of nodes. */
const staysInside = ({ to, after }: FieldUpdate) =>
  !isHeadless(to) || (after !== 'NodePort' && after !== 'LoadBalancer');

const SERVICE = { kind: '/Service', source: 'core ValidateServiceUpdate' };

/** Fields of Services, and of what they stand for, that the API server refuses to change. */
export const IMMUTABLE_IN_SERVICES: readonly ImmutableField[] = [
  { ...SERVICE, field: 'spec.clusterIP', allows: isExternalName },
  { ...SERVICE, field: 'spec.clusterIPs', allows: isExternalName },
  { ...SERVICE, field: 'spec.ipFamilies', allows: keepsFamily },
  { ...SERVICE, field: 'spec.loadBalancerClass', allows: changesType },
  { ...SERVICE, field: 'spec.healthCheckNodePort', allows: ({ before }) => before === undefined },
  { ...SERVICE, field: 'spec.type', allows: staysInside },
  { kind: 'discovery.k8s.io/EndpointSlice', field: 'addressType', source: 'discovery ValidateEndpointSliceUpdate' },
];
