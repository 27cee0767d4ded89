import { disabledFields } from '../../../lib/kubernetes/schema/check';
import { deployment, faults, pod, schemas } from './bundled';

function disabled(manifest: object, minor: string): string[] {
  return disabledFields(manifest as never, schemas, minor).map(({ field, gate }) => `${field}: ${gate.name}`);
}

test.each`
  minor     | fields
  ${'1.30'} | ${['spec.template.spec.hostUsers: UserNamespacesSupport']}
  ${'1.32'} | ${['spec.template.spec.hostUsers: UserNamespacesSupport']}
  ${'1.33'} | ${[]}
`('a field is dropped as long as its gate is off: $minor', ({ minor, fields }) => {
  expect(disabled(deployment({}, { hostUsers: false }), minor)).toEqual(fields);
});

test('nothing is dropped that is not given, and of what is dropped no part is said again', () => {
  expect(disabled(pod({ hostUsers: null }), '1.30')).toEqual([]);
  const claims = pod({ resourceClaims: [{ name: 'gpu' }] }, { resources: { claims: [{ name: 'gpu' }] } });
  expect(disabled(claims, '1.30')).toEqual([
    'spec.containers[0].resources.claims: DynamicResourceAllocation',
    'spec.resourceClaims: DynamicResourceAllocation',
  ]);
});

test('what is set to the default anyway is not told', () => {
  const mounted = (procMount: string) => pod({}, { securityContext: { procMount } });
  expect(disabled(mounted('Default'), '1.30')).toEqual([]);
  expect(disabled(mounted('Unmasked'), '1.30')).toEqual([
    'spec.containers[0].securityContext.procMount: ProcMountType',
  ]);
});

test('an object of a kind that the minor does not serve has none', () => {
  expect(disabled({ ...pod({ hostUsers: false }), apiVersion: 'v2' }, '1.30')).toEqual([]);
});

test('what is dropped is read, and its values are not looked at', () => {
  const unmasked = (procMount: unknown) => pod({}, { securityContext: { procMount } });
  expect(faults(unmasked('Open'), '1.30')).toEqual([]);
  expect(faults(unmasked('Open'), '1.33')).toEqual([
    'spec.containers[0].securityContext.procMount: must be one of Default, Unmasked',
  ]);
  expect(faults(unmasked(7), '1.30')).toEqual([
    'spec.containers[0].securityContext.procMount: must be one of Default, Unmasked',
  ]);
  expect(faults(pod({ resourceClaims: [{}] }), '1.30')).toEqual([]);
});
