import { containerSecurity } from '../../../lib/constructs/container/container-security';

test('all defaults: as Pod Security "restricted" asks, and nothing can write to the root file system', () => {
  expect(containerSecurity()).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  });
});

test.each`
  props                                        | field                         | value
  ${{ rootFileSystem: 'writable' }}            | ${'readOnlyRootFilesystem'}   | ${false}
  ${{ addCapabilities: ['NET_BIND_SERVICE'] }} | ${'capabilities'}             | ${{ drop: ['ALL'], add: ['NET_BIND_SERVICE'] }}
  ${{ privileges: 'escalating' }}              | ${'allowPrivilegeEscalation'} | ${true}
  ${{ privileges: 'escalating' }}              | ${'privileged'}               | ${false}
  ${{ privileges: 'escalating' }}              | ${'capabilities'}             | ${{ drop: ['ALL'] }}
  ${{ privileges: 'privileged' }}              | ${'privileged'}               | ${true}
  ${{ privileges: 'privileged' }}              | ${'allowPrivilegeEscalation'} | ${true}
  ${{ privileges: 'privileged' }}              | ${'capabilities'}             | ${undefined}
`('$props: $field is $value', ({ props, field, value }) => {
  expect(containerSecurity(props)).toHaveProperty(field, value);
});

test.each`
  user         | id           | nonRoot
  ${undefined} | ${undefined} | ${undefined}
  ${2000}      | ${2000}      | ${true}
  ${'root'}    | ${0}         | ${false}
`('user $user: id $id', ({ user, id, nonRoot }) => {
  const { runAsUser, runAsGroup, runAsNonRoot } = containerSecurity({}, user);
  expect([runAsUser, runAsGroup, runAsNonRoot]).toEqual([id, id, nonRoot]);
});
