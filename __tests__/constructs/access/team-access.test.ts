import type { AccessLevel } from '../../../lib/constructs/access/access-level';
import { Subject } from '../../../lib/constructs/access/subject';
import { TeamAccess, type TeamAccessProps } from '../../../lib/constructs/access/team-access';
import { objectsOf, testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';

const environments: TeamAccessProps['environments'] = [
  { name: 'day', namespace: 'warehouse', level: 'developer' },
  { name: 'night-shift', namespace: 'warehouse-night', level: 'viewer' },
];

function accessOf(props: Partial<TeamAccessProps> = {}) {
  const chart = testChart();
  new TeamAccess(chart, 'BackendTeam', { to: [Subject.group('backend')], environments, ...props });
  return chart;
}

interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** What a level allows: `verb resource`. */
function allowedTo(level: AccessLevel): Set<string> {
  const [role] = objectsOf(accessOf({ environments: [{ name: 'day', namespace: 'warehouse', level }] }), 'Role');
  const rules: PolicyRule[] = role.rules;
  return new Set(
    rules.flatMap(({ resources, verbs }) => resources.flatMap((one) => verbs.map((verb) => `${verb} ${one}`))),
  );
}

test('all defaults: in each environment a Role and who has it, under one name that does not change with the level', () => {
  const chart = accessOf();
  for (const kind of ['Role', 'RoleBinding']) {
    expect(objectsOf(chart, kind).map(({ metadata }) => metadata)).toMatchObject([
      { name: 'backend-team', namespace: 'warehouse', labels: { environment: 'day' } },
      { name: 'backend-team', namespace: 'warehouse-night', labels: { environment: 'night-shift' } },
    ]);
  }
  for (const { roleRef, subjects } of objectsOf(chart, 'RoleBinding')) {
    expect(roleRef).toMatchObject({ kind: 'Role', name: 'backend-team' });
    expect(subjects).toMatchObject([{ kind: 'Group', name: 'backend' }]);
  }
});

test('name', () => {
  const names = objectsOf(accessOf({ name: 'ops' }), 'Role').map(({ metadata }) => metadata.name);
  expect(names).toEqual(['ops', 'ops']);
});

test('rules: what they may do beside their level', () => {
  const rules: TeamAccessProps['rules'] = [{ resources: ['httproutes.gateway.networking.k8s.io'], verbs: ['list'] }];
  for (const role of objectsOf(accessOf({ rules }), 'Role')) {
    const last = { apiGroups: ['gateway.networking.k8s.io'], resources: ['httproutes'], verbs: ['list'] };
    expect(role.rules.at(-1)).toEqual(last);
  }
});

test.each`
  action                            | viewer   | developer | admin
  ${'list pods'}                    | ${true}  | ${true}   | ${true}
  ${'get pods/log'}                 | ${true}  | ${true}   | ${true}
  ${'get resourcequotas'}           | ${true}  | ${true}   | ${true}
  ${'patch deployments'}            | ${false} | ${true}   | ${true}
  ${'update deployments/scale'}     | ${false} | ${true}   | ${true}
  ${'create pods/exec'}             | ${false} | ${true}   | ${true}
  ${'create networkpolicies'}       | ${false} | ${true}   | ${true}
  ${'get secrets'}                  | ${false} | ${false}  | ${true}
  ${'list secrets'}                 | ${false} | ${false}  | ${true}
  ${'create rolebindings'}          | ${false} | ${false}  | ${true}
  ${'create serviceaccounts/token'} | ${false} | ${false}  | ${true}
  ${'impersonate serviceaccounts'}  | ${false} | ${false}  | ${false}
  ${'escalate roles'}               | ${false} | ${false}  | ${false}
  ${'update resourcequotas'}        | ${false} | ${false}  | ${false}
  ${'patch limitranges'}            | ${false} | ${false}  | ${false}
  ${'delete namespaces'}            | ${false} | ${false}  | ${false}
`('$action: viewer $viewer, developer $developer, admin $admin', ({ action, ...expected }) => {
  const levels = ['viewer', 'developer', 'admin'] as const;
  expect(Object.fromEntries(levels.map((level) => [level, allowedTo(level).has(action)]))).toEqual(expected);
});

test('a viewer changes nothing', () => {
  expect([...allowedTo('viewer')].filter((action) => !/^(get|list|watch) /.test(action))).toEqual([]);
});

test('fails without an environment', () => {
  expect(refusalOf(() => accessOf({ environments: [] }))).toBe(
    'NoEnvironment [test/BackendTeam] environments: invalid value []: must name at least one',
  );
});

test('fails when an environment has two levels', () => {
  const twice = [...environments, { name: 'day', namespace: 'elsewhere', level: 'admin' as const }];
  expect(refusalOf(() => accessOf({ environments: twice }))).toBe(
    'EnvironmentTwice [test/BackendTeam] environments: invalid value "day": must not be named twice',
  );
});
