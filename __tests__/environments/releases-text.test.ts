import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENTS } from '../../lib/environments/environments';
import type { Releases } from '../../lib/environments/releases';
import { releasesText } from '../../lib/environments/releases-text';

const NAMES = ENVIRONMENTS.map(({ name }) => name);

test('the releases.json of this project is written as a command would write it', () => {
  const text = readFileSync(join(__dirname, '../../lib/environments/releases.json'), 'utf8');
  expect(releasesText(JSON.parse(text), NAMES)).toBe(text);
});

const everything: Releases = {
  prod: {
    shop: {
      previous: [{ tag: 'v0' }],
      green: { since: '2026-11-28T22:15:00Z', tag: 'v2' },
      blue: { tag: 'v1' },
      releasing: 'green',
      live: 'blue',
    },
    hello: {
      canary: { weight: 10, since: '2026-11-28T22:15:00Z', tag: 'v2', digest: `sha256:${'0'.repeat(64)}` },
      previous: [{ config: { URL: 'a' }, tag: 'v0' }, { tag: 'v00' }],
      tag: 'v1',
    },
    basket: { tag: 'v1', repository: 'team/basket' },
  },
  dev: {},
};

test('environments stand in their order, services by name, keys in one order, each version on a line', () => {
  expect(releasesText(everything, ['dev', 'prod'])).toBe(`{
  "dev": {},
  "prod": {
    "basket": { "repository": "team/basket", "tag": "v1" },
    "hello": {
      "tag": "v1",
      "canary": { "tag": "v2", "digest": "sha256:${'0'.repeat(64)}", "weight": 10, "since": "2026-11-28T22:15:00Z" },
      "previous": [
        { "tag": "v0", "config": { "URL": "a" } },
        { "tag": "v00" }
      ]
    },
    "shop": {
      "live": "blue",
      "releasing": "green",
      "blue": { "tag": "v1" },
      "green": { "tag": "v2", "since": "2026-11-28T22:15:00Z" },
      "previous": [
        { "tag": "v0" }
      ]
    }
  }
}
`);
});

test('what was written is written so again', () => {
  const text = releasesText(everything, ['dev', 'prod']);
  expect(releasesText(JSON.parse(text), ['dev', 'prod'])).toBe(text);
});
