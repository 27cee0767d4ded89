import { traefikMatch } from '../../../lib/constructs/traffic/traefik-match';

const root = { path: '/', type: 'Prefix' } as const;
const HOST = ['a.test'];

test.each`
  hosts                     | route                                             | match
  ${HOST}                   | ${root}                                           | ${'Host(`a.test`) && PathPrefix(`/`)'}
  ${[]}                     | ${root}                                           | ${'PathPrefix(`/`)'}
  ${['a.test', '*.b.test']} | ${root}                                           | ${'(Host(`a.test`) || HostRegexp(`^[a-z0-9-]+\\.b\\.test$`)) && PathPrefix(`/`)'}
  ${HOST}                   | ${{ path: '/api', type: 'Prefix' }}               | ${'Host(`a.test`) && (Path(`/api`) || PathPrefix(`/api/`))'}
  ${HOST}                   | ${{ path: '/api/', type: 'Prefix' }}              | ${'Host(`a.test`) && (Path(`/api`) || PathPrefix(`/api/`))'}
  ${HOST}                   | ${{ path: '/api', type: 'Exact' }}                | ${'Host(`a.test`) && Path(`/api`)'}
  ${HOST}                   | ${{ path: '/a(b|c)', type: 'RegularExpression' }} | ${'Host(`a.test`) && PathRegexp(`(?i)^/a(b|c)`)'}
`('$route of $hosts is $match', ({ hosts, route, match }) => {
  expect(traefikMatch(hosts, route).match).toBe(match);
});

test.each`
  type                   | match
  ${'Exact'}             | ${'Header(`X-Group`, `beta`)'}
  ${'RegularExpression'} | ${'HeaderRegexp(`X-Group`, `beta`)'}
`('a decision by $type is $match', ({ type, match }) => {
  const decision = { header: 'X-Group', type, value: 'beta', picksCanary: true };
  expect(traefikMatch([], root, { decision }).match).toBe(`PathPrefix(\`/\`) && ${match}`);
});

const long = { path: `/${'x'.repeat(300)}`, type: 'Prefix' } as const;

test.each`
  first                                          | second                                                 | because
  ${[HOST, { path: '/a', type: 'Exact' }]}       | ${[HOST, long]}                                        | ${'an exact path counts before any prefix'}
  ${[HOST, { path: '/api/v1', type: 'Prefix' }]} | ${[HOST, { path: '/api', type: 'Prefix' }]}            | ${'a longer prefix counts before a shorter'}
  ${[HOST, root]}                                | ${[['*.test'], { path: '/a', type: 'Exact' }]}         | ${'a host counts before a wildcard'}
  ${[['*.test'], root]}                          | ${[[], { path: '/a', type: 'Exact' }]}                 | ${'a wildcard counts before every host'}
  ${[HOST, root, { rank: 2 }]}                   | ${[HOST, root, { rank: 1 }]}                           | ${'decisions are asked in their order'}
  ${[HOST, { path: '/ab', type: 'Prefix' }]}     | ${[HOST, { path: '/a', type: 'Prefix' }, { rank: 4 }]} | ${'a decision counts less than a path'}
`('$because', ({ first, second }) => {
  const priorityOf = ([hosts, route, decision]: Parameters<typeof traefikMatch>) =>
    traefikMatch(hosts, route, decision).priority;
  expect(priorityOf(first)).toBeGreaterThan(priorityOf(second));
});
