import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../lib/kubernetes/manifest';
import { decodeSchemas } from '../../../lib/kubernetes/schema/schemas';
import { readYaml } from '../../../lib/kubernetes/yaml/read-yaml';
import type { PlannedCluster } from '../../../lib/simulators/plan/plan';

const FILE = join(__dirname, '../../../lib/kubernetes/schema/schemas.json');

/** A cluster of the newest minor with three nodes. */
export const NEWEST: PlannedCluster = {
  schemas: decodeSchemas(readFileSync(FILE, 'utf8')),
  minor: '1.36',
  nodes: 3,
  folder: '',
};

/** The oldest one that output works on. */
export const OLDEST: PlannedCluster = { ...NEWEST, minor: '1.30' };

/** Objects as they stand in a file. */
export function objectsOf(yaml: string): Manifest[] {
  return readYaml(yaml, 'test.yaml').objects.map(({ manifest }) => manifest);
}

/** The one object of a text. */
export function objectOf(yaml: string): Manifest {
  const [object] = objectsOf(yaml);
  if (!object) throw new Error('no object');
  return object;
}

/** A Deployment of one container. */
export const web = (container = 'image: web:v1', rest = ''): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, labels: { environment: test } }
spec:
  selector: { matchLabels: { app: web } }
  ${rest}
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          ${container.split('\n').join('\n          ')}
---
`;
