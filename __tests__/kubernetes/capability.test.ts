import { capabilityProblem } from '../../lib/kubernetes/capability';

test.each(['NET_BIND_SERVICE', 'SYS_ADMIN', 'CHOWN', 'BPF', 'ALL'])('%s is one', (name) => {
  expect(capabilityProblem(name)).toBeUndefined();
});

test.each`
  name                  | mend
  ${'CAP_SYS_ADMIN'}    | ${'write "SYS_ADMIN"'}
  ${'net_bind_service'} | ${'write "NET_BIND_SERVICE"'}
  ${'cap_chown'}        | ${'write "CHOWN"'}
  ${'NET_BIND'}         | ${'name one such as "NET_BIND_SERVICE"'}
  ${'SYS_PTRAC'}        | ${'write "SYS_PTRACE"'}
  ${''}                 | ${'name one such as "NET_BIND_SERVICE"'}
`('"$name" is none: $mend', ({ name, mend }) => {
  expect(capabilityProblem(name)).toEqual({ rule: 'must be a capability of Linux, without "CAP_"', mend });
});
