import { SCHEMAS_FILE } from '../../lib/delivery/project';
import { decodeSchemas } from '../../lib/kubernetes/schema/schemas';
import { ProjectCopy } from '../support/project-copy';

jest.setTimeout(60_000);

let project: ProjectCopy;
let before: string;
beforeAll(() => {
  project = new ProjectCopy();
  before = project.read(SCHEMAS_FILE);
});
afterAll(() => project.remove());

/** What an API server would say that serves one kind and nothing else. */
const gadgets = {
  swagger: '2.0',
  definitions: {
    'io.k8s.api.example.v1.Gadget': {
      type: 'object',
      properties: {
        apiVersion: { type: 'string' },
        kind: { type: 'string' },
        size: { type: 'integer', format: 'int32' },
      },
      'x-kubernetes-group-version-kind': [{ group: 'example.io', version: 'v1', kind: 'Gadget' }],
    },
  },
  paths: {
    '/apis/example.io/v1/namespaces/{namespace}/gadgets': {
      post: {
        'x-kubernetes-action': 'post',
        'x-kubernetes-group-version-kind': { group: 'example.io', version: 'v1', kind: 'Gadget' },
      },
    },
  },
};

test.each`
  mistake                           | text               | args                                            | sentence
  ${'a file that is not there'}     | ${undefined}       | ${['--from-file', 'x.json', '--minor', '1.36']} | ${/^x\.json: cannot be read \(ENOENT\); give the path of a file$/m}
  ${'a file that is no JSON'}       | ${'<html>'}        | ${['--from-file', 'x.json', '--minor', '1.36']} | ${/^x\.json: invalid value "<html>": must be JSON; /m}
  ${'a file that is no OpenAPI v2'} | ${'{"openapi":3}'} | ${['--from-file', 'x.json', '--minor', '1.36']} | ${/^x\.json: must be an OpenAPI v2 document: swagger is wrong; /m}
  ${'no minor'}                     | ${'{}'}            | ${['--from-file', 'x.json']}                    | ${/^--minor: must be a minor of Kubernetes; write it as 1\.36$/m}
  ${'a minor without a file'}       | ${'{}'}            | ${['--minor', '1.36']}                          | ${/^--from-file: is required by --minor; give its path$/m}
`('is refused with $mistake, and leaves the schemas as they were', ({ text, args, sentence }) => {
  if (text !== undefined) project.write('x.json', text);
  const { status, stderr } = project.command('schemas', ...args);
  expect(status).toBe(1);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(project.read(SCHEMAS_FILE)).toBe(before);
});

test('replaces one minor by what a file says, and keeps the others', () => {
  project.write('x.json', JSON.stringify(gadgets));
  expect(project.command('schemas', '--from-file', 'x.json', '--minor', '1.36').status).toBe(0);
  const { kinds } = decodeSchemas(project.read(SCHEMAS_FILE));
  expect([...(kinds.get('example.io/v1 Gadget')?.servedIn ?? [])]).toEqual(['1.36']);
  expect(kinds.get('example.io/v1 Gadget')?.scope).toBe('Namespaced');
  expect(kinds.get('apps/v1 Deployment')?.servedIn.has('1.36')).toBe(false);
  expect(kinds.get('apps/v1 Deployment')?.servedIn.has('1.35')).toBe(true);
});
