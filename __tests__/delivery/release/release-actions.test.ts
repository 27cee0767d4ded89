import type { Release } from '../../../lib/environments/releases';
import { act, NOW, orderOf } from './orders';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const OLD = '2026-11-01T00:00:00Z';
const config = { URL: 'http://now' };
const version = (tag: string) => ({ version: { tag } });

const stable: Release = { tag: 'v1' };
const at = (weight: number, since = OLD): Release => ({ tag: 'v1', canary: { tag: 'v2', weight, since } });
const promoted: Release = {
  tag: 'v2',
  since: OLD,
  canary: { tag: 'v2', weight: 50 },
  previous: [{ tag: 'v1', config }],
};

const blue: Release = { live: 'blue', blue: { tag: 'v1' } };
const preview: Release = { live: 'blue', blue: { tag: 'v1' }, green: { tag: 'v2' }, releasing: 'green' };
const switched: Release = {
  live: 'green',
  blue: { tag: 'v1' },
  green: { tag: 'v2', since: OLD },
  releasing: 'green',
  previous: [{ tag: 'v1', config }],
};
const ended: Release = {
  live: 'green',
  blue: { tag: 'v1' },
  green: { tag: 'v2' },
  previous: [{ tag: 'v1', config: { URL: 'http://then' } }],
};

describe('a canary', () => {
  test('starts at the first step', () => {
    expect(act('start', stable, version('v2'))).toEqual({ tag: 'v1', canary: { tag: 'v2', weight: 0, since: NOW } });
  });

  test('starts in the repository of the version that runs, unless it names another', () => {
    const release = { tag: 'v1', repository: 'team/app' };
    expect(act('start', release, version('v2'))).toMatchObject({ canary: { repository: 'team/app', tag: 'v2' } });
    const elsewhere = { version: { tag: 'v2', repository: 'team/next' } };
    expect(act('start', release, elsewhere)).toMatchObject({ canary: { repository: 'team/next' } });
  });

  test.each`
    weight | next  | because
    ${0}   | ${10} | ${'the first step is over'}
    ${5}   | ${10} | ${'a weight that people wrote is between two steps'}
    ${10}  | ${50} | ${'the second is over'}
  `('goes from $weight % to $next %: $because', ({ weight, next }) => {
    expect(act('step', at(weight), { go: true })).toEqual({
      tag: 'v1',
      canary: { tag: 'v2', weight: next, since: NOW },
    });
  });

  test('goes on by itself once its pause is over, and not a second earlier', () => {
    expect(act('step', at(10, '2026-11-28T22:00:00Z'))).toMatchObject({ canary: { weight: 50 } });
    expect(() => act('step', at(10, '2026-11-28T22:00:01Z'))).toThrow(
      'prod.hello: a step from 10 % waits 1 s longer; say --go',
    );
  });

  test('is promoted after the last step, and keeps its requests until the stable Pods have its version', () => {
    expect(act('promote', at(50))).toEqual({
      tag: 'v2',
      since: NOW,
      canary: { tag: 'v2', weight: 50, since: OLD },
      previous: [{ tag: 'v1', config }],
    });
  });

  test('ends by a step once it is promoted and nobody wants to go back', () => {
    expect(act('step', promoted)).toEqual({ tag: 'v2', since: OLD, previous: [{ tag: 'v1', config }] });
    expect(() => act('step', { ...promoted, since: NOW })).toThrow(
      'prod.hello: the end of the canary waits 1 h longer; say --go',
    );
  });

  test('leaves no trace when it is aborted', () => {
    expect(act('abort', at(50))).toEqual(stable);
  });
});

describe('colours', () => {
  test('the new version starts in the one that is not live', () => {
    expect(act('start', blue, version('v2'))).toEqual({ ...preview, green: { tag: 'v2', since: NOW } });
    expect(act('start', ended, version('v3'))).toMatchObject({ live: 'green', releasing: 'blue', blue: { tag: 'v3' } });
  });

  test('promotion is the switch, and the version before is remembered', () => {
    expect(act('promote', preview)).toEqual({ ...switched, green: { tag: 'v2', since: NOW } });
  });

  test('the step after it ends the release, once the other colour has stood by long enough', () => {
    const { releasing: _, ...rest } = switched;
    expect(act('step', switched)).toEqual(rest);
    expect(() => act('step', act('promote', preview))).toThrow('the end of the other colour waits 1 h longer');
  });

  test.each(['abort', 'rollback'] as const)(
    '%s after the switch is a switch back, and the new version stays up',
    (action) => {
      expect(act(action, switched)).toEqual({
        live: 'blue',
        blue: { tag: 'v1', since: NOW },
        green: { tag: 'v2', since: OLD },
        releasing: 'green',
      });
    },
  );

  test('abort before the switch takes the new colour down', () => {
    expect(act('abort', preview)).toEqual({ live: 'blue', blue: { tag: 'v1' }, green: { tag: 'v2' } });
  });

  test('rollback after the end brings the earlier version up, with its config, to be switched to', () => {
    const release = act('rollback', ended);
    expect(release).toMatchObject({
      live: 'green',
      releasing: 'blue',
      blue: { tag: 'v1', config: { URL: 'http://then' } },
    });
  });
});

describe('a version that is set', () => {
  test('replaces the one before, which is remembered with its config', () => {
    expect(act('set', stable, version('v2'))).toEqual({ tag: 'v2', since: NOW, previous: [{ tag: 'v1', config }] });
  });

  test('is nothing new where it runs already', () => {
    expect(act('set', stable, version('v1'))).toBe(stable);
  });

  test('is another where its digest is another', () => {
    const release = { tag: 'v1', digest: DIGEST };
    expect(act('set', release, { version: { tag: 'v1', digest: DIGEST.replace('0', 'f') } })).not.toBe(release);
  });

  test('is the first of a service that has none', () => {
    expect(act('set', undefined, version('v1'))).toEqual({ tag: 'v1', since: NOW });
  });

  test('takes back the config that a rollback brought', () => {
    const release = { tag: 'v1', config: { URL: 'http://then' } };
    expect(act('set', release, version('v2'))).toEqual({
      tag: 'v2',
      since: NOW,
      previous: [{ tag: 'v1', config: { URL: 'http://then' } }],
    });
  });
});

describe('earlier versions', () => {
  test('are as many as the environment keeps, the newest first, none twice', () => {
    const release = { tag: 'v3', previous: [{ tag: 'v2' }, { tag: 'v1' }] };
    expect(act('set', release, version('v4'))).toMatchObject({ previous: [{ tag: 'v3' }, { tag: 'v2' }] });
    expect(act('set', { ...release, previous: [{ tag: 'v3' }, { tag: 'v1' }] }, version('v4'))).toMatchObject({
      previous: [{ tag: 'v3' }, { tag: 'v1' }],
    });
  });

  test('are none where the environment keeps none', () => {
    const { releasing, ...environment } = orderOf().environment;
    const order = { ...version('v2'), environment: { ...environment, releasing: { ...releasing, keptVersions: 0 } } };
    expect(act('set', stable, order)).toEqual({ tag: 'v2', since: NOW });
  });

  const release: Release = {
    tag: 'v3',
    previous: [
      { tag: 'v2', config: { URL: 'http://then' } },
      { tag: 'v1', config },
    ],
  };

  test('come back with the config that they ran with; what is left is an earlier version too', () => {
    expect(act('rollback', release)).toEqual({
      tag: 'v2',
      config: { URL: 'http://then' },
      since: NOW,
      previous: [
        { tag: 'v3', config },
        { tag: 'v1', config },
      ],
    });
  });

  test('come back by name, and name no config where the environment would give them the same', () => {
    expect(act('rollback', release, { to: 'v1' })).toEqual({
      tag: 'v1',
      since: NOW,
      previous: [
        { tag: 'v3', config },
        { tag: 'v2', config: { URL: 'http://then' } },
      ],
    });
  });

  test('come back in place of a canary that was promoted', () => {
    expect(act('rollback', promoted)).toEqual({ tag: 'v1', since: NOW, previous: [{ tag: 'v2', config }] });
  });
});

test.each`
  action        | release        | order                                            | sentence
  ${'start'}    | ${undefined}   | ${version('v1')}                                 | ${'prod.hello: has no version yet; set its first version: npm run release -- hello --env prod set --tag TAG'}
  ${'start'}    | ${stable}      | ${{}}                                            | ${'--tag: is required; give --tag, or --from'}
  ${'start'}    | ${stable}      | ${version('latest')}                             | ${'--tag: invalid value "latest": must be a version that stays what it is; name'}
  ${'start'}    | ${stable}      | ${version('v 1')}                                | ${'--tag: invalid value "v 1": must be the tag of one version'}
  ${'start'}    | ${stable}      | ${{ version: { tag: 'v2', digest: 'x' } }}       | ${'--digest: invalid value "x": must be "sha256:" and 64 hexadecimal digits'}
  ${'start'}    | ${stable}      | ${{ version: { tag: 'v2', repository: 'A/b' } }} | ${'--repository: invalid value "A/b": must be a repository'}
  ${'start'}    | ${stable}      | ${version('v1')}                                 | ${'--tag: invalid value "v1": runs in prod already; name the next version'}
  ${'start'}    | ${at(10)}      | ${version('v3')}                                 | ${'prod.hello.canary: invalid value "v2": is being released already; end that release first'}
  ${'start'}    | ${preview}     | ${version('v3')}                                 | ${'prod.hello.releasing: invalid value "green": is being released already'}
  ${'start'}    | ${blue}        | ${version('v1')}                                 | ${'--tag: invalid value "v1": runs in prod already'}
  ${'step'}     | ${undefined}   | ${{}}                                            | ${'prod.hello: has nothing that is being released; start one'}
  ${'step'}     | ${stable}      | ${{ go: true }}                                  | ${'prod.hello: has nothing that is being released; start one'}
  ${'step'}     | ${blue}        | ${{ go: true }}                                  | ${'prod.hello: has nothing that is being released; start one'}
  ${'step'}     | ${at(50)}      | ${{ go: true }}                                  | ${'prod.hello.canary.weight: invalid value 50: is the last step; promote it'}
  ${'step'}     | ${at(0)}       | ${{}}                                            | ${'prod.hello: a step from 0 % waits until someone says go; say --go'}
  ${'step'}     | ${preview}     | ${{ go: true }}                                  | ${'prod.hello.releasing: invalid value "green": is not live yet; switch to it'}
  ${'promote'}  | ${stable}      | ${{ go: true }}                                  | ${'prod.hello: has nothing to promote; start one'}
  ${'promote'}  | ${promoted}    | ${{ go: true }}                                  | ${'prod.hello.canary: invalid value "v2": is promoted already; end the release'}
  ${'promote'}  | ${switched}    | ${{ go: true }}                                  | ${'prod.hello.live: invalid value "green": is promoted already; end the release'}
  ${'promote'}  | ${ended}       | ${{ go: true }}                                  | ${'prod.hello: has nothing to promote; start one'}
  ${'promote'}  | ${at(10)}      | ${{}}                                            | ${'prod.hello.canary.weight: invalid value 10: has 50 % before it; go on by steps'}
  ${'promote'}  | ${at(50, NOW)} | ${{}}                                            | ${'prod.hello: promotion from 50 % waits 30 min longer; say --go'}
  ${'abort'}    | ${stable}      | ${{}}                                            | ${'prod.hello: has nothing that is being released; go back to an earlier version'}
  ${'abort'}    | ${promoted}    | ${{}}                                            | ${'prod.hello.canary: invalid value "v2": is promoted already; go back to the version before it'}
  ${'rollback'} | ${undefined}   | ${{}}                                            | ${'prod.hello: has no version yet'}
  ${'rollback'} | ${stable}      | ${{}}                                            | ${'prod.hello: has no earlier version; keptVersions of prod is 2; name one'}
  ${'rollback'} | ${ended}       | ${{ to: 'v9' }}                                  | ${'--to: invalid value "v9": must be an earlier version that releases.json keeps; known are v1'}
  ${'rollback'} | ${at(10)}      | ${{}}                                            | ${'prod.hello.canary: invalid value "v2": is being released; abort it, which brings back what ran before'}
  ${'rollback'} | ${preview}     | ${{}}                                            | ${'prod.hello.releasing: invalid value "green": is being released; abort it'}
  ${'set'}      | ${at(10)}      | ${version('v3')}                                 | ${'prod.hello.canary: invalid value "v2": is being released; promote or abort it first'}
  ${'set'}      | ${blue}        | ${version('v3')}                                 | ${'prod.hello: runs by colour; start it beside the live one'}
`('$action is refused: $sentence', ({ action, release, order, sentence }) => {
  expect(() => act(action, release, order)).toThrow(sentence);
});

describe('an environment that demands digests', () => {
  const environment = { ...orderOf().environment, requireDigest: true };

  test.each(['set', 'start'] as const)('is refused a %s without one, and given one with it', (action) => {
    const sentence =
      '--digest: is required in prod (requireDigest); add the digest that the registry gives for tag "v2"';
    expect(() => act(action, stable, { ...version('v2'), environment })).toThrow(sentence);
    expect(() => act(action, stable, { version: { tag: 'v2', digest: DIGEST }, environment })).not.toThrow();
  });

  test('is refused a rollback to a version without one', () => {
    const release = { tag: 'v2', digest: DIGEST, previous: [{ tag: 'v1' }] };
    expect(() => act('rollback', release, { environment })).toThrow('--digest: is required in prod (requireDigest)');
  });
});

describe('steps', () => {
  const { releasing, ...environment } = orderOf().environment;

  test('are those of the service where it has its own', () => {
    const own = { ...releasing, canaryStepsOf: { hello: [{ weightPercent: 33, pause: 'until-go' as const }] } };
    expect(act('start', stable, { ...version('v2'), environment: { ...environment, releasing: own } })).toMatchObject({
      canary: { weight: 33 },
    });
  });

  test.each([[[10, 10]], [[10, 5]], [[101]], [[2.5]]])('%j are refused', (weights) => {
    const canarySteps = weights.map((weightPercent) => ({ weightPercent, pause: 'until-go' as const }));
    const wrong = { ...environment, releasing: { ...releasing, canarySteps } };
    expect(() => act('start', stable, { ...version('v2'), environment: wrong })).toThrow(
      /^canarySteps for prod\.hello: invalid value .+: must be a whole percentage, 0 to 100, and more than the step before; /,
    );
  });

  test('are none where versions come at once, and a start is told so', () => {
    const none = { ...environment, releasing: { ...releasing, canarySteps: [] } };
    expect(() => act('start', stable, { ...version('v2'), environment: none })).toThrow(
      'prod.hello: has no steps to come in by; set it at once: npm run release -- hello --env prod set --tag v2',
    );
  });
});
