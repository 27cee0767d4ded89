import { readYaml } from '../../../lib/kubernetes/yaml/read-yaml';

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n';
const NBSP = '\u00a0\u00a0';

/** Names of the objects of a text, and its faults as `line:column rule; mend`. */
function read(text: string): { readonly names: unknown[]; readonly faults: string[] } {
  const { objects, unreadable } = readYaml(text, 'a.yaml');
  return {
    names: objects.map(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}`),
    faults: unreadable.map(({ line, column, rule, mend }) => `${line}:${column} ${rule}; ${mend}`),
  };
}

test.each`
  what                            | text                                                                                         | names
  ${'nothing'}                    | ${''}                                                                                        | ${[]}
  ${'comments alone'}             | ${'# nothing\n'}                                                                             | ${[]}
  ${'one object'}                 | ${HEAD}                                                                                      | ${['ConfigMap web']}
  ${'several, some empty'}        | ${`---\n---\n${HEAD}---\n# none\n---\n${HEAD}...\n`}                                         | ${['ConfigMap web', 'ConfigMap web']}
  ${'JSON'}                       | ${'{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}'}                       | ${['Secret a']}
  ${'JSON indented by tabs'}      | ${'{\n\t"apiVersion": "v1",\n\t"kind": "Secret",\n\t"metadata": {\n\t\t"name": "a"\n\t}\n}'} | ${['Secret a']}
  ${'line ends of Windows'}       | ${HEAD.replaceAll('\n', '\r\n')}                                                             | ${['ConfigMap web']}
  ${'a mark of byte order'}       | ${`\uFEFF${HEAD}`}                                                                           | ${['ConfigMap web']}
  ${'a List'}                     | ${'{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod, metadata: {name: a}}]}'} | ${['Pod a']}
  ${'a List in a List'}           | ${'{kind: List, items: [{kind: List, items: [{apiVersion: v1, kind: Pod}]}]}'}               | ${['Pod undefined']}
  ${'an empty List'}              | ${'{apiVersion: v1, kind: List}'}                                                            | ${[]}
  ${'a list of one kind'}         | ${'{apiVersion: v1, kind: PodList, items: [{metadata: {name: a}}]}'}                         | ${['Pod a']}
  ${'a kind that only ends so'}   | ${'{apiVersion: a.io/v1, kind: AllowList, metadata: {name: a}}'}                             | ${['AllowList a']}
  ${'no metadata'}                | ${'{apiVersion: v1, kind: Pod}'}                                                             | ${['Pod undefined']}
  ${'templates inside of data'}   | ${`${HEAD}data:\n  page: "{{ .Values.title }}"\n`}                                           | ${['ConfigMap web']}
  ${'a hidden space inside text'} | ${`${HEAD}data:\n  page: |\n    a\n    ${NBSP}b\n`}                                          | ${['ConfigMap web']}
`('reads $what', ({ text, names }) => {
  expect(read(text)).toEqual({ names, faults: [] });
});

test.each`
  value         | is            | because
  ${'yes'}      | ${true}       | ${'YAML 1.1 has more words'}
  ${'off'}      | ${false}      | ${'YAML 1.1 has more words'}
  ${'"yes"'}    | ${'yes'}      | ${'quoted is text'}
  ${'0644'}     | ${420}        | ${'a leading zero is octal'}
  ${'0o644'}    | ${420}        | ${'Go takes the newer form too'}
  ${'1_000'}    | ${1000}       | ${'digits may be apart'}
  ${'22:30'}    | ${'22:30'}    | ${'Go left base 60 out'}
  ${'2026-1-2'} | ${'2026-1-2'} | ${'a date stays text'}
  ${'~'}        | ${null}       | ${'it is nothing'}
  ${'1e3'}      | ${1000}       | ${'it is a number'}
  ${'.'}        | ${'.'}        | ${'no digit, no number'}
`('takes $value as kubectl does: $because', ({ value, is }) => {
  expect(readYaml(`${HEAD}data:\n  a: ${value}\n`, 'a.yaml').objects[0]?.manifest.data).toEqual({ a: is });
});

test.each`
  what                            | text                                                                          | fault
  ${'a text'}                     | ${'hello'}                                                                    | ${'1:1 must be a Kubernetes object, and is none; write apiVersion, kind and metadata, or leave the file out'}
  ${'a list'}                     | ${'- a\n'}                                                                    | ${'1:1 must be a Kubernetes object, and is none; '}
  ${'something else'}             | ${'# values\nreplicas: 3\n'}                                                  | ${'2:1 must be a Kubernetes object, and has no apiVersion and no kind; write what it is'}
  ${'no apiVersion'}              | ${'kind: Pod\n'}                                                              | ${'1:1 must be a Kubernetes object, and has no apiVersion; '}
  ${'a kind that is no text'}     | ${'apiVersion: v1\nkind: 1\n'}                                                | ${'1:1 must be a Kubernetes object, and has no kind; '}
  ${'metadata that is a list'}    | ${'apiVersion: v1\nkind: Pod\nmetadata: [a]\n'}                               | ${'1:1 must have a metadata that is an object; '}
  ${'a List of numbers'}          | ${'kind: List\nitems:\n  - 17\n'}                                             | ${'3:5 must be a Kubernetes object, and is none; write each item of a List'}
  ${'a key twice'}                | ${`${HEAD}data:\n  a: b\n  a: c\n`}                                           | ${'7:3 must be YAML: map keys must be unique; the last of them would win'}
  ${'a tab'}                      | ${'metadata:\n\tname: a\n'}                                                   | ${'2:1 must be YAML: tabs are not allowed as indentation; replace each tab by two spaces'}
  ${'two colons'}                 | ${'a: b: c\n'}                                                                | ${'1:4 must be YAML: nested mappings are not allowed in compact mappings; put it on a line of its own'}
  ${'an alias of nothing'}        | ${'a: *b\n'}                                                                  | ${'1:1 must be YAML: unresolved alias (the anchor must be set before the alias): b; write the anchor'}
  ${'hidden spaces'}              | ${`apiVersion: v1\nkind: Pod\nmetadata:\n${NBSP}name: a\n`}                   | ${'4:1 must be indented with plain spaces, and here are no-break spaces (U+00A0); replace them by spaces'}
  ${'hidden spaces after others'} | ${`apiVersion: v1\nkind: Pod\nmetadata:\n ${NBSP}name: a\n ${NBSP} uid: b\n`} | ${'4:2 must be indented with plain spaces, and here are no-break spaces (U+00A0); '}
  ${'wide spaces'}                | ${'apiVersion: v1\nkind: Pod\nmetadata:\n\u3000name: a\n'}                    | ${'4:1 must be indented with plain spaces, and here are ideographic ones (U+3000); '}
  ${'a wide colon'}               | ${'apiVersion: v1\nkind: Pod\nspec：\n  a: b\n'}                              | ${'3:5 must have a plain ":", and here is a wide one (U+FF1A); replace it by ":"'}
  ${'a template as a value'}      | ${`${HEAD}data:\n  a: {{ .Values.a }}\n`}                                     | ${'6:6 must be plain YAML, and is a template: {{ .Values.a }}; render it first, and check what comes out: helm template CHART'}
  ${'a template as a line'}       | ${`{{- if .Values.a }}\n${HEAD}{{- end }}\n`}                                 | ${'1:1 must be plain YAML, and is a template: {{- if .Values.a }}; '}
  ${'a template in a text'}       | ${`${HEAD}data:\n  a: {{ .Values.a }}-web\n---\nb: {{ .Values.b }}\n`}        | ${'6:6 must be plain YAML, and is a template: {{ .Values.a }}; '}
`('says of $what where and why it is no object', ({ text, fault }) => {
  const { names, faults } = read(text);
  expect(names).toEqual([]);
  expect(faults).toEqual([expect.stringContaining(fault)]);
});

test('a document that cannot be read does not keep the others from being read', () => {
  expect(read(`${HEAD}---\na: 1\na: 2\n---\n${HEAD}`)).toEqual({
    names: ['ConfigMap web', 'ConfigMap web'],
    faults: [expect.stringMatching(/^7:1 /)],
  });
});

test('aliases that multiply without end are refused', () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef']) lines.push(`${to}: &${to} [${Array(9).fill(`*${from}`)}]`);
  expect(read(`${lines.join('\n')}\n`).faults).toEqual([
    expect.stringMatching(/^1:1 must be YAML: excessive alias count/),
  ]);
});

const DEPLOYMENT = `# a comment
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: &labels
    app.kubernetes.io/name: web
spec:
  selector:
    matchLabels: *labels
  template:
    metadata:
      labels:
        <<: *labels
        tier: front
    spec:
      containers:
        - name: web
          image: nginx
        - image: redis
`;

test.each`
  field                                                      | place      | because
  ${''}                                                      | ${'2:1'}   | ${'the object begins there'}
  ${'kind'}                                                  | ${'3:1'}   | ${'it is a field'}
  ${'metadata.name'}                                         | ${'5:3'}   | ${'it is a field of a field'}
  ${'metadata.labels[app.kubernetes.io/name]'}               | ${'7:5'}   | ${'a key may have dots'}
  ${'metadata.labels.app.kubernetes.io/name'}                | ${'7:5'}   | ${'also without brackets'}
  ${'metadata.namespace'}                                    | ${'4:1'}   | ${'missing: its parent is there'}
  ${'spec.template.spec.containers[0].image'}                | ${'19:11'} | ${'it is a field of an item'}
  ${'spec.template.spec.containers[1]'}                      | ${'20:11'} | ${'it is an item'}
  ${'spec.template.spec.containers[1].name'}                 | ${'20:11'} | ${'missing: the item is there'}
  ${'spec.template.spec.containers[2].name'}                 | ${'17:7'}  | ${'missing with its item: the list is there'}
  ${'spec.template.spec.containers[0].securityContext.run'}  | ${'18:11'} | ${'missing with its parent'}
  ${'spec.template.spec.containers[0].image.tag'}            | ${'19:11'} | ${'a text has no fields'}
  ${'spec.selector.matchLabels[app.kubernetes.io/name]'}     | ${'7:5'}   | ${'an alias is written where its anchor is'}
  ${'spec.template.metadata.labels[tier]'}                   | ${'15:9'}  | ${'beside what is merged'}
  ${'spec.template.metadata.labels[app.kubernetes.io/name]'} | ${'7:5'}   | ${'what is merged is written elsewhere'}
  ${'status'}                                                | ${'2:1'}   | ${'missing: the object is there'}
`('$field stands at $place: $because', ({ field, place }) => {
  const [object] = readYaml(DEPLOYMENT, 'a.yaml').objects;
  expect(Object.values(object?.placeOf(field) ?? {}).join(':')).toBe(place);
});

test('a field of an item of a List has its place in the file', () => {
  const items = `kind: List\nitems:\n  - apiVersion: v1\n    kind: Pod\n    metadata:\n      name: a\n`;
  expect(readYaml(items, 'a.yaml').objects[0]?.placeOf('metadata.name')).toEqual({ line: 6, column: 7 });
});
