import type { k8s } from '../../kubernetes/k8s';
import { annotationKeyProblem, labelKeyProblem } from '../../kubernetes/labels';
import { filePathProblem } from '../../kubernetes/paths';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';

/**
 * Fields of a Pod by the file that holds them: `{ labels: 'metadata.labels' }`. Files follow a change of labels and
 * annotations, which variables do not. What a Pod learns only when it runs (its address, its node) is for variables alone.
 */
export type PodFields = Readonly<Record<string, string>>;

const WHOLE = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', 'metadata.annotations'];
const ONE_OF = /^metadata\.(labels|annotations)\['(.*)'\]$/;

/** The fields as a volume holds them. */
export function podFieldItems(fields: PodFields): k8s.DownwardApiVolumeFile[] {
  return Object.entries(fields).map(([path, fieldPath]) => ({ path, fieldRef: { apiVersion: 'v1', fieldPath } }));
}

/**
 * What Kubernetes would refuse of the fields; nothing where all are sound.
 *
 * @source kubernetes@1.36 pkg/apis/core/validation/validation.go validateDownwardAPIVolumeFile
 */
export function podFieldsProblem(fields: PodFields): InvalidPropDetails | undefined {
  return firstProblem(
    Object.entries(fields).flatMap(([file, field]) => [
      { prop: 'podFields', got: file, rule: filePathProblem(file), mend: 'name a file inside the volume' },
      { prop: 'podFields', got: field, rule: fieldProblem(field), mend: 'name one of these, or read it as a variable' },
    ]),
  );
}

function fieldProblem(field: string): string | undefined {
  const [, kind, key = ''] = ONE_OF.exec(field) ?? [];
  if (kind === 'labels') return labelKeyProblem(key);
  if (kind === 'annotations') return annotationKeyProblem(key);
  return WHOLE.includes(field) ? undefined : `must be one of ${WHOLE.join(', ')}, metadata.labels['...']`;
}
