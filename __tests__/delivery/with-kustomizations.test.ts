import { parse } from 'yaml';
import { withKustomizations } from '../../lib/delivery/with-kustomizations';

const output = withKustomizations(
  new Map(
    ['00-cluster.k8s.yaml', 'dev.b.k8s.yaml', 'dev.a.k8s.yaml', 'argocd/dev.k8s.yaml', 'far/00-cluster.k8s.yaml'].map(
      (file) => [file, `# ${file}\n`] as const,
    ),
  ),
);
const resources = (file: string) => parse(output.get(file) ?? '').resources;

test('names every manifest of the folder of a cluster, and none of another', () => {
  expect(resources('Kustomization')).toEqual(['00-cluster.k8s.yaml', 'dev.a.k8s.yaml', 'dev.b.k8s.yaml']);
  expect(resources('far/Kustomization')).toEqual(['00-cluster.k8s.yaml']);
});

test('is there for clusters only, and leaves all else as it is', () => {
  expect([...output.keys()].filter((file) => file.endsWith('Kustomization'))).toEqual([
    'Kustomization',
    'far/Kustomization',
  ]);
  expect(output.get('dev.a.k8s.yaml')).toBe('# dev.a.k8s.yaml\n');
});

test('has a name that kubectl apply -f does not read', () => {
  expect([...output.keys()].filter((file) => /kustomization\.ya?ml$/i.test(file))).toEqual([]);
});
