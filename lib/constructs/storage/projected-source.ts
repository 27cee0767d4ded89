import { Duration } from 'cdk8s';
import type { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';
import { filePathProblem, overlappingPath } from '../../kubernetes/paths';
import { wholeNumberProblem } from '../../kubernetes/whole-number';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';
import { type KeyChoice, keyFileFields, keyFilesProblem } from './key-files';
import { type PodFields, podFieldItems, podFieldsProblem } from './pod-fields';

/** A token of the Pod's ServiceAccount, for one reader and for a time; the kubelet writes a new one before it ends. */
export interface ServiceAccountToken {
  /** File that holds it. */
  readonly file: string;

  /**
   * Who is to believe it: any other refuses it.
   *
   * @default - the API server
   */
  readonly audience?: string;

  /**
   * Time that it is good for, at least 10 minutes; the API server may give it a shorter one.
   *
   * @default Duration.hours(1)
   */
  readonly expiration?: Duration;
}

/** What left-out options become. */
export const DEFAULTS = { expiration: Duration.hours(1) } as const;

/** A part of a projected volume: keys of a ConfigMap or Secret, fields of the Pod, or a token. */
export type ProjectedSource =
  | ({ readonly configMap: string } & KeyChoice)
  | ({ readonly secret: string } & KeyChoice)
  | { readonly podFields: PodFields }
  | { readonly serviceAccountToken: ServiceAccountToken };

/** The part as a volume holds it. */
export function projectedSourceManifest(source: ProjectedSource): k8s.VolumeProjection {
  if ('configMap' in source) return { configMap: { name: source.configMap, ...keyFileFields(source) } };
  if ('secret' in source) return { secret: { name: source.secret, ...keyFileFields(source) } };
  if ('podFields' in source) return { downwardApi: { items: podFieldItems(source.podFields) } };
  const { audience, expiration = DEFAULTS.expiration, file } = source.serviceAccountToken;
  return { serviceAccountToken: { audience, expirationSeconds: expiration.toSeconds(), path: file } };
}

/** What Kubernetes would refuse of the parts, or would write over each other; nothing where all are sound. */
export function projectedSourcesProblem(sources: readonly ProjectedSource[]): InvalidPropDetails | undefined {
  for (const source of sources) {
    const wrong = sourceProblem(source);
    if (wrong) return wrong;
  }
  const twice = overlappingPath(sources.flatMap(filesOf));
  const none = sources.length === 0 ? 'must not be empty' : undefined;
  return firstProblem([
    { prop: 'sources', got: sources, rule: none, mend: 'give a source' },
    {
      prop: 'sources',
      got: twice,
      rule: twice && 'must not be the path of another source, or in it',
      mend: 'give each its own path',
    },
  ]);
}

function sourceProblem(source: ProjectedSource): InvalidPropDetails | undefined {
  if ('podFields' in source) return podFieldsProblem(source.podFields);
  if ('serviceAccountToken' in source) return tokenProblem(source.serviceAccountToken);
  const [prop, name] = 'secret' in source ? ['secret', source.secret] : ['configMap', source.configMap];
  const rule = nameProblem('ConfigMap', name);
  return rule ? { prop, got: name, rule, mend: 'name one of the same namespace' } : keyFilesProblem(source);
}

/** @source kubernetes@1.36 pkg/apis/core/validation/validation.go validateProjectionSources */
function tokenProblem({ file, expiration = DEFAULTS.expiration }: ServiceAccountToken): InvalidPropDetails | undefined {
  const seconds = expiration.toSeconds({ integral: false });
  const rule = wholeNumberProblem(seconds, 600, 2 ** 32);
  return firstProblem([
    { prop: 'file', got: file, rule: filePathProblem(file), mend: 'name a file inside the volume' },
    { prop: 'expiration', got: seconds, rule: rule && `${rule} seconds`, mend: 'give 10 minutes or more' },
  ]);
}

function filesOf(source: ProjectedSource): readonly string[] {
  if ('podFields' in source) return Object.keys(source.podFields);
  if ('serviceAccountToken' in source) return [source.serviceAccountToken.file];
  return Object.values(source.files ?? {});
}
