import { readYaml } from '../../lib/kubernetes/yaml/read-yaml';
import type { Checked } from '../../lib/policies/checked';
import type { Finding } from '../../lib/policies/finding';

const web = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' };
const config = { apiVersion: 'v1', kind: 'ConfigMap', name: 'a<b' };

const FINDINGS: readonly Finding[] = [
  {
    rule: 'latest-tag',
    severity: 'warning',
    message: 'spec.template.spec.containers[0].image: invalid value "nginx": must name a tag',
    mend: 'name a version',
    file: 'shop/web.yaml',
    line: 12,
    column: 11,
    object: web,
  },
  {
    rule: 'strict-schema',
    severity: 'error',
    message: 'spec.replcas: invalid value 100%: unknown field',
    mend: 'did you mean replicas?',
    file: 'shop/web.yaml',
    line: 6,
    column: 3,
    object: web,
  },
  {
    rule: 'unique-identity',
    severity: 'info',
    message: 'metadata.name: must be the only ConfigMap',
    mend: 'give one of them another name',
    file: 'shop/a, b.yaml',
    line: 4,
    column: 3,
    object: config,
  },
  {
    rule: 'host-network',
    severity: 'error',
    message: 'spec.hostNetwork: must not be true',
    mend: 'take it out',
    construct: 'dev/hello/Web',
    object: { apiVersion: 'v1', kind: 'Pod' },
  },
];

const YAML = `apiVersion: v1
kind: Secret
metadata: { name: clean, namespace: shop }
`;

/** A check that has something of everything: what its reports look like is held in golden/. */
export const SAMPLE: Checked = {
  findings: FINDINGS,
  excused: [
    {
      rule: 'host-path',
      severity: 'warning',
      message: 'spec.volumes: must not have a hostPath',
      mend: 'use a claim',
      file: 'shop/web.yaml',
      line: 20,
      column: 7,
      object: web,
      owner: 'shop team',
      reason: 'reads "logs" & nothing else',
    },
  ],
  unreadable: [
    { file: 'shop/chart.yaml', line: 3, column: 9, rule: 'must be plain YAML', mend: 'render it' },
    { file: 'nope', rule: 'must be there', mend: 'name a file' },
  ],
  files: ['shop/a, b.yaml', 'shop/chart.yaml', 'shop/secret.yaml', 'shop/web.yaml'],
  objects: readYaml(YAML, 'shop/secret.yaml').objects,
  level: 'baseline',
  kubernetesVersion: '1.36',
  failOn: 'error',
};

/** A check that found nothing. */
export const CLEAN: Checked = { ...SAMPLE, findings: [], excused: [], unreadable: [], files: ['shop/secret.yaml'] };
