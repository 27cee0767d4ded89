import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FixedFiles, fixFiles } from '../../../lib/delivery/checking/fix-files';
import { noSeeds } from '../../tutorials/seeds';

jest.setTimeout(120_000);

const OPTIONS = { level: 'production', failOn: 'error' } as const;

function fixed(text: string, level: 'baseline' | 'production' = 'baseline'): FixedFiles & { readonly text: string } {
  const outcome = fixFiles({ files: [{ file: 'a.yaml', text }], unreadable: [] }, { ...OPTIONS, level });
  return { ...outcome, text: outcome.read.files[0]?.text ?? '' };
}

const INGRESS = `# the shop's door
apiVersion: networking.k8s.io/v1beta1
kind: Ingress
metadata: { name: shop, namespace: shop }
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /   # all of it
            backend:
              serviceName: shop
              servicePort: 80
`;

const CRON = (version: string, eol = '\n') =>
  [
    `apiVersion: ${version} # pinned`,
    'kind: CronJob',
    'metadata: { name: a, namespace: b }',
    'spec:',
    '  schedule: "0 1 * * *"',
  ]
    .concat(
      '  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } } }',
      '',
    )
    .join(eol);

test('brings an Ingress to the version that is served, with all that has another name there', () => {
  const { text, mended, unmended, checked } = fixed(INGRESS);
  expect(text).toBe(
    INGRESS.replace('v1beta1', 'v1').replace(
      `              serviceName: shop
              servicePort: 80
`,
      `              service:
                name: shop
                port:
                  number: 80
            pathType: ImplementationSpecific
`,
    ),
  );
  expect(mended.map(({ rule }) => rule)).toEqual(['removed-api-version', 'strict-schema', 'strict-schema']);
  expect([unmended, checked.findings.filter(({ severity }) => severity === 'error')]).toEqual([[], []]);
});

test.each`
  what                       | text                                                                                                    | after
  ${'a comment on the line'} | ${CRON('batch/v1beta1')}                                                                                | ${CRON('batch/v1')}
  ${'line ends of Windows'}  | ${CRON('batch/v1beta1', '\r\n')}                                                                        | ${CRON('batch/v1', '\r\n')}
  ${'several documents'}     | ${`${CRON('batch/v1')}---\n${CRON('batch/v1beta1')}`}                                                   | ${`${CRON('batch/v1')}---\n${CRON('batch/v1')}`}
  ${'JSON'}                  | ${'{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"b":1}}'}                      | ${'{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"b":"1"}}'}
  ${'a List'}                | ${'kind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n  data: {b: yes}\n'} | ${'kind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\n  data: {b: "yes"}\n'}
  ${'a number in quotes'}    | ${'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [{ port: "80" }] }\n'}          | ${'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { ports: [{ port: 80 }] }\n'}
`('mends $what, and nothing else; the second time nothing at all', ({ text, after }) => {
  expect(fixed(text).text).toBe(after);
  expect(fixed(after)).toMatchObject({ text: after, mended: [] });
});

test('adds the security context that a program does not notice, at the level that asks for it', () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: b }\nspec:\n  containers:\n    - name: a # first\n      image: a:1\n';
  expect(fixed(pod).text).toBe(pod);
  expect(fixed(pod, 'production').text).toBe(
    `${pod}      securityContext:\n        allowPrivilegeEscalation: false\n        seccompProfile:\n          type: RuntimeDefault\n`,
  );
});

test.each`
  what                                    | text                                                                                                                                      | reason
  ${'a template'}                         | ${'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: "{{ .Release.Name }}" }\ndata: { a: 1 }\n'}                                         | ${'the file is a template: {{ .Release.Name }}'}
  ${'a value with an anchor'}             | ${'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: &n 1, b: "2" }\n'}                                                  | ${'it has an anchor'}
  ${'a version that other fields are of'} | ${'apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata: { name: a }\nspec: { backend: { serviceName: a, servicePort: 1 } }\n'} | ${'then spec.backend: '}
`('leaves $what alone, and says why', ({ text, reason }) => {
  const outcome = fixed(text);
  expect(outcome.text).toBe(text);
  expect(outcome.unmended.map((one) => one.reason)).toEqual([expect.stringContaining(reason)]);
});

test('does not bring a Deployment over whose rollout would change, or a budget that would pick other Pods', () => {
  const old =
    'apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: { name: a }\nspec: { selector: { matchLabels: { a: b } }, template: { metadata: { labels: { a: b } }, spec: { containers: [{ name: a, image: "a:1" }] } } }\n';
  const budget =
    'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: a }\nspec: { maxUnavailable: 1, selector: {} }\n';
  expect([fixed(old).text, fixed(budget).text]).toEqual([old, budget]);
});

(noSeeds ? test.skip : test)(
  `the tutorials' manifests: six of them are mended, none gets an error that it had not${noSeeds ? ` (skipped: ${noSeeds})` : ''}`,
  () => {
    const folder = join(__dirname, '../../../../shared/seeds/manifests');
    const files = readdirSync(folder).map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
    const outcome = fixFiles({ files, unreadable: [] }, { ...OPTIONS, level: 'baseline' });
    const changed = outcome.read.files.filter(({ text }, index) => text !== files[index]?.text);
    expect(changed.map(({ file }) => file.slice(0, 7))).toEqual([
      '002-060',
      '002-062',
      '002-063',
      '002-106',
      '002-107',
      '002-108',
    ]);
    expect(
      outcome.checked.findings.filter(
        ({ file, severity }) => severity === 'error' && changed.some((one) => one.file === file),
      ),
    ).toEqual([]);
  },
);
