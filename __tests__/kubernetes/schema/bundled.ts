import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../lib/kubernetes/manifest';
import { checkSchema } from '../../../lib/kubernetes/schema/check';
import { decodeSchemas } from '../../../lib/kubernetes/schema/schemas';

/** The committed schemas, as text and decoded. */
export const schemasText = readFileSync(join(__dirname, '../../../lib/kubernetes/schema/schemas.json'), 'utf8');
export const schemas = decodeSchemas(schemasText);

/** What is wrong with an object in one minor, as `field: rule`. */
export const faults = (manifest: object, minor = '1.36'): string[] =>
  checkSchema(manifest as Manifest, schemas, minor).map(({ field, rule }) => `${field}: ${rule}`);

/** What is said to do about it. */
export const mends = (manifest: object, minor = '1.36'): string[] =>
  checkSchema(manifest as Manifest, schemas, minor).map(({ mend }) => mend);

/** A Pod without a fault, but for what `spec` and `container` add. */
export const pod = (spec: object = {}, container: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ name: 'web', image: 'nginx:1.29', ...container }], ...spec },
});

/** A Deployment without a fault, but for what `spec` and `template` add. */
export const deployment = (spec: object = {}, podSpec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', labels: { app: 'web' }, annotations: { 'example.com/any': 'thing' } },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { ...pod().spec, ...podSpec } },
    ...spec,
  },
});
