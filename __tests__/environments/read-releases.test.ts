import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HelloChart } from '../../lib/charts/hello';
import { MultirouteChart } from '../../lib/charts/multiroute';
import { ENVIRONMENTS } from '../../lib/environments/environments';
import { InvalidReleases } from '../../lib/environments/invalid-releases';
import { readReleases } from '../../lib/environments/read-releases';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

const context = {
  file: 'some/releases.json',
  environments: [
    { name: 'dev', requireDigest: false },
    { name: 'prod', requireDigest: true },
  ],
  services: ['hello', 'orders'],
};

/** What is wrong with a file, a line each. */
function problemsOf(text: string): readonly string[] {
  try {
    readReleases(text, context);
    return [];
  } catch (error) {
    if (error instanceof InvalidReleases) return error.problems;
    throw error;
  }
}

/** A file of which only the one release is of interest; it begins at line 2, column 22. */
const releasing = (release: string) => `{\n  "dev": { "hello":  ${release} },\n  "prod": {}\n}\n`;

test('what the file says is what is read', () => {
  const releases = {
    dev: { hello: { tag: 'v2', canary: { repository: 'team/next', tag: 'v3', weight: 5 } } },
    prod: {
      hello: { repository: 'ghcr.io/team/hello', tag: 'v1', digest: DIGEST },
      orders: { tag: 'x', digest: DIGEST },
    },
  };
  expect(readReleases(JSON.stringify(releases, null, 2), context)).toEqual(releases);
});

test('the releases.json of this project is valid', () => {
  const text = readFileSync(join(__dirname, '../../lib/environments/releases.json'), 'utf8');
  const services = [...HelloChart.services, ...MultirouteChart.services];
  const releases = readReleases(text, { file: 'releases.json', environments: ENVIRONMENTS, services });
  expect(Object.keys(releases)).toEqual(ENVIRONMENTS.map(({ name }) => name));
  expect(releases).toEqual(JSON.parse(text));
});

test.each([0, 1, 99, 100])('a canary can have a weight of %d', (weight) => {
  expect(problemsOf(releasing(`{ "tag": "v1", "canary": { "tag": "v2", "weight": ${weight} } }`))).toEqual([]);
});

test.each`
  release                                                                   | problem
  ${'{ "tag": "latest" }'}                                                  | ${'2:31: dev.hello.tag: invalid value "latest": must be a version that stays what it is; name the version'}
  ${'{ "tag": "" }'}                                                        | ${'2:31: dev.hello.tag: invalid value "": must be the tag of one version'}
  ${'{ "tag": "v 1" }'}                                                     | ${'2:31: dev.hello.tag: invalid value "v 1": must be the tag of one version: at most 128 letters, digits, "_", "." and "-"; write the tag'}
  ${'{ "tag": ".v1" }'}                                                     | ${'2:31: dev.hello.tag: invalid value ".v1": must be the tag of one version'}
  ${`{ "tag": "${'v'.repeat(129)}" }`}                                      | ${'2:31: dev.hello.tag: invalid value "vvv'}
  ${'{ "tag": 4 }'}                                                         | ${'2:31: dev.hello.tag: invalid value 4: must be a JSON string; '}
  ${'{}'}                                                                   | ${'2:22: dev.hello.tag: is required; '}
  ${'null'}                                                                 | ${'2:22: dev.hello: invalid value null: must be a JSON object; '}
  ${'"v1"'}                                                                 | ${'2:22: dev.hello: invalid value "v1": must be a JSON object; '}
  ${'{ "tag": "v1", "digest": "sha256:12" }'}                               | ${'2:47: dev.hello.digest: invalid value "sha256:12": must be "sha256:" and 64 hexadecimal digits; copy it'}
  ${`{ "tag": "v1", "digest": "${DIGEST.toUpperCase()}" }`}                 | ${'2:47: dev.hello.digest: invalid value "SHA256:'}
  ${'{ "tag": "v1", "repository": "Team/App" }'}                            | ${'2:51: dev.hello.repository: invalid value "Team/App": must be a repository: lower case path segments'}
  ${'{ "tag": "v1", "repository": "team/app:v1" }'}                         | ${'2:51: dev.hello.repository: invalid value "team/app:v1": must be a repository'}
  ${'{ "tag": "v1", "repository": "https://ghcr.io/a" }'}                   | ${'2:51: dev.hello.repository: invalid value "https://ghcr.io/a": must be a repository'}
  ${'{ "tag": "v1", "sha": "x" }'}                                          | ${'2:44: dev.hello.sha: invalid value "x": unknown key; known are "repository", "tag", "digest", "config", "since", "canary", "previous"'}
  ${'{ "tag": "v1", "repositry": "x" }'}                                    | ${'2:50: dev.hello.repositry: invalid value "x": unknown key; did you mean "repository"?'}
  ${'{ "tag": "v1", "weight": 5 }'}                                         | ${'2:47: dev.hello.weight: invalid value 5: unknown key; known are "repository", "tag"'}
  ${'{ "tag": "v1", "canary": { "tag": "v2" } }'}                           | ${'2:47: dev.hello.canary.weight: is required; write 10 for a tenth'}
  ${'{ "tag": "v1", "canary": { "weight": 5 } }'}                           | ${'2:47: dev.hello.canary.tag: is required; '}
  ${'{ "tag": "v1", "canary": null }'}                                      | ${'2:47: dev.hello.canary: invalid value null: must be a JSON object; '}
  ${'{ "tag": "v1", "canary": { "tag": "latest", "weight": 5 } }'}          | ${'2:56: dev.hello.canary.tag: invalid value "latest": must be a version'}
  ${'{ "tag": "v1", "canary": { "tag": "v2", "weight": -1 } }'}             | ${'2:72: dev.hello.canary.weight: invalid value -1: must be a whole percentage, 0 to 100; write 10'}
  ${'{ "tag": "v1", "canary": { "tag": "v2", "weight": 101 } }'}            | ${'2:72: dev.hello.canary.weight: invalid value 101: must be a whole percentage, 0 to 100; write 10'}
  ${'{ "tag": "v1", "canary": { "tag": "v2", "weight": "10" } }'}           | ${'2:72: dev.hello.canary.weight: invalid value "10": must be a whole percentage, 0 t'}
  ${'{ "tag": "v1", "canary": { "tag": "v2", "weight": 5, "wieght": 6 } }'} | ${'2:85: dev.hello.canary.wieght: invalid value 6: unknown key; did you mean "weight"?'}
  ${'{ "tag": "v1", "canary": { "tag": "v2", "weight": 5, "sha": "x" } }'}  | ${'2:82: dev.hello.canary.sha: invalid value "x": unknown key; known are "repository", "tag", "digest", "config", "weight", "since"'}
  ${'{ "tag": "v1", "config": "x" }'}                                       | ${'2:47: dev.hello.config: invalid value "x": must be a JSON object; '}
  ${'{ "tag": "v1", "config": { "URL": 4 } }'}                              | ${'2:56: dev.hello.config.URL: invalid value 4: must be a JSON string; '}
  ${'{ "tag": "v1", "since": "yesterday" }'}                                | ${'2:46: dev.hello.since: invalid value "yesterday": must be a time of UTC, to the second; write it as'}
  ${'{ "tag": "v1", "since": "2026-13-01T00:00:00Z" }'}                     | ${'2:46: dev.hello.since: invalid value "2026-13-01T00:00:00Z": must be a time'}
  ${'{ "tag": "v1", "previous": { "tag": "v0" } }'}                         | ${'2:49: dev.hello.previous: invalid value {"tag":"v0"}: must be a JSON list; '}
  ${'{ "tag": "v1", "previous": [{ "tag": "v0" }, { "tag": "latest" }] }'}  | ${'2:76: dev.hello.previous.1.tag: invalid value "latest": must be a version'}
  ${'{ "tag": "v1", "previous": [{ "tag": "v0", "weight": 3 }] }'}          | ${'2:75: dev.hello.previous.0.weight: invalid value 3: unknown key; known are "repository", "tag", "digest", "config", "since"'}
  ${'{ "live": "red", "blue": { "tag": "v1" } }'}                           | ${'2:32: dev.hello.live: invalid value "red": must be "blue" or "green"; name the colour'}
  ${'{ "live": "green", "blue": { "tag": "v1" } }'}                         | ${'2:22: dev.hello.green: is required: it is live; add "green": { "tag": "..." }'}
  ${'{ "live": "blue", "releasing": "green", "blue": { "tag": "v1" } }'}    | ${'2:22: dev.hello.green: is required: it is up while a version is released; add'}
  ${'{ "live": "blue", "releasing": "blue", "blue": { "tag": "v1" } }'}     | ${'2:22: dev.hello.green: is required: it is up while a version is released; add'}
  ${'{ "live": "blue", "blue": { "tag": "v1", "weight": 5 } }'}             | ${'2:73: dev.hello.blue.weight: invalid value 5: unknown key; known are'}
  ${'{ "live": "blue", "blue": { "tag": "v1" }, "tag": "v1" }'}             | ${'2:72: dev.hello.tag: invalid value "v1": unknown key; known are "live", "releasing", "blue", "green", "previous"'}
  ${'{ "blue": { "tag": "v1" } }'}                                          | ${'2:22: dev.hello.live: is required; name the colour'}
`('of $release is said: $problem', ({ release, problem }) => {
  const [first, ...others] = problemsOf(releasing(release));
  expect(others).toEqual([]);
  expect(first?.slice(0, 19 + problem.length)).toBe(`some/releases.json:${problem}`);
});

test('a weight that is no whole percentage is told the same rule as one out of range', () => {
  expect(problemsOf(releasing('{ "tag": "v1", "canary": { "tag": "v2", "weight": 10.5 } }'))).toEqual([
    'some/releases.json:2:72: dev.hello.canary.weight: invalid value 10.5: must be a whole percentage, 0 to 100; write 10 for a tenth of the requests',
  ]);
});

// distribution/reference takes one of ".", "_", "__" or hyphens between letters; the kubelet says InvalidImageName
test.each(['team/a..b', 'team/a._b', '.../app', '-./app'])('a repository %s is refused', (repository) => {
  expect(problemsOf(releasing(`{ "tag": "v1", "repository": "${repository}" }`))).toHaveLength(1);
});

test('an environment that there is not is told which there are', () => {
  expect(problemsOf('{\n  "dev": {},\n  "prod": {},\n  "prods": {},\n  "qa": {}\n}')).toEqual([
    'some/releases.json:4:12: prods: invalid value {}: unknown environment; did you mean "prod"?',
    'some/releases.json:5:9: qa: invalid value {}: unknown environment; known are "dev", "prod"',
  ]);
});

test('an environment that is left out is asked for', () => {
  expect(problemsOf('{ "dev": {} }')).toEqual([
    'some/releases.json: prod: is missing; add "prod": {} and what runs there',
  ]);
});

test('a service that no chart runs is told which there are', () => {
  expect(problemsOf(`{\n  "dev": { "helo": { "tag": "v1" }, "zebra": { "tag": "v1" } },\n  "prod": {}\n}`)).toEqual([
    'some/releases.json:2:20: dev.helo: invalid value {"tag":"v1"}: unknown service: no chart in main.ts runs it; did you mean "hello"?',
    'some/releases.json:2:46: dev.zebra: invalid value {"tag":"v1"}: unknown service: no chart in main.ts runs it; known are "hello", "orders"',
  ]);
});

test('an environment that demands digests demands each, of the canary too, and others do not', () => {
  const release = '{ "tag": "v1", "canary": { "tag": "v2", "weight": 5 } }';
  expect(problemsOf(`{\n  "dev": { "hello": ${release} },\n  "prod": { "hello": ${release} }\n}`)).toEqual([
    'some/releases.json:3:22: prod.hello.digest: is required in prod (requireDigest); add the digest that the registry gives for tag "v1"',
    'some/releases.json:3:47: prod.hello.canary.digest: is required in prod (requireDigest); add the digest that the registry gives for tag "v2"',
  ]);
});

test('a colour that runs is asked for its digest, and an earlier version is not', () => {
  const release = '{ "live": "blue", "blue": { "tag": "v1" }, "previous": [{ "tag": "v0" }] }';
  expect(problemsOf(`{\n  "dev": {},\n  "prod": { "hello": ${release} }\n}`)).toEqual([
    'some/releases.json:3:48: prod.hello.blue.digest: is required in prod (requireDigest); add the digest that the registry gives for tag "v1"',
  ]);
});

test('mistakes all over the file are said at once, each where it stands', () => {
  const text = `{
  "dev": { "hello": { "tag": "latest" } },
  "prod": { "hello": { "tga": "v1", "digest": "${DIGEST}" } },
  "qa": {}
}`;
  expect(problemsOf(text).map((problem) => problem.split(':').slice(1, 4).join(':'))).toEqual([
    '2:30: dev.hello.tag',
    '3:22: prod.hello.tag',
    '3:31: prod.hello.tga',
    '4:9: qa',
  ]);
});

test('a wrong tag does not hide a service that no chart runs, nor a digest that is missing', () => {
  const text = '{ "dev": { "hello": { "tag": "latest" } }, "prod": { "zebra": { "tag": "v1" } } }';
  expect(problemsOf(text)).toEqual([
    expect.stringContaining('dev.hello.tag'),
    expect.stringContaining('prod.zebra: '),
    expect.stringContaining('prod.zebra.digest'),
  ]);
});

test('the error as a whole is all problems, a line each', () => {
  const act = () => readReleases('{ "dev": 1, "prod": 2 }', context);
  expect(act).toThrow(InvalidReleases);
  expect(act).toThrow(problemsOf('{ "dev": 1, "prod": 2 }').join('\n'));
});
