import { isSince } from '../../api-life';

/** What feature gates say of the fields of one minor. */
export interface FeatureGates {
  /** Gates that an API server has off unless it is told otherwise. */
  readonly off: ReadonlySet<string>;

  /** Fields behind a gate, by its name: `core.v1.PodSpec.hostUsers` for `UserNamespacesSupport`. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** A gate and a field behind it. */
export type GatedField = readonly [gate: string, field: string];

/**
 * Fields that no comment marks in Kubernetes' sources, or marks by the name of no gate.
 *
 * @source kubernetes/kubernetes@v1.36.3 pkg/api/pod/util.go dropDisabledFields, pkg/registry/batch/job/strategy.go
 * @source kubernetes/kubernetes@v1.30.14 pkg/registry/apiextensions/customresourcedefinition/strategy.go dropDisabledFields
 */
export const UNMARKED_FIELDS: readonly GatedField[] = [
  ['ContainerStopSignals', 'core.v1.Lifecycle.stopSignal'],
  ['CustomResourceFieldSelectors', 'apiextensions.v1.CustomResourceDefinitionVersion.selectableFields'],
  ['JobManagedBy', 'batch.v1.JobSpec.managedBy'],
  ['JobSuccessPolicy', 'batch.v1.JobSpec.successPolicy'],
  ['MatchLabelKeysInPodAffinity', 'core.v1.PodAffinityTerm.matchLabelKeys'],
  ['MatchLabelKeysInPodAffinity', 'core.v1.PodAffinityTerm.mismatchLabelKeys'],
  ['PodCertificateRequest', 'core.v1.VolumeProjection.podCertificate'],
  ['ProcMountType', 'core.v1.SecurityContext.procMount'],
  ['UserNamespacesSupport', 'core.v1.PodSpec.hostUsers'],
];

/** `	ProcMountType: {Default: false, PreRelease: featuregate.Alpha},`, as it was written before 1.32. */
const PLAIN = /^\t(?:\w+\.)?(\w+): +\{Default: (true|false)/gm;
const VERSIONED = /^\t(?:\w+\.)?(\w+): \{\n((?:\t\t\{.*\n)+)/gm;
const STAGE = /MustParse\("([\d.]+)"\), Default: (true|false)/g;

/**
 * Gates that are off by default in a minor, in the Go code of a release that lists them.
 *
 * @source kubernetes/kubernetes@v1.36.3 pkg/features/kube_features.go
 */
export function gatesOff(code: string, minor: string): Set<string> {
  const defaults = new Map([...code.matchAll(PLAIN)].map(([, gate = '', on]) => [gate, on === 'true']));
  for (const [, gate = '', stages = ''] of code.matchAll(VERSIONED)) {
    const reached = [...stages.matchAll(STAGE)].filter(([, since = '']) => isSince(minor, since));
    const on = reached.at(-1)?.[2];
    if (on !== undefined) defaults.set(gate, on === 'true');
  }
  return new Set([...defaults].flatMap(([gate, on]) => (on ? [] : gate)));
}

const STRUCT = /^type (\w+) struct/;
const MARK = /^\s*\/\/ \+featureGate=(\w+)/;
const FIELD = /^\t\w+ .*`json:"(\w+)/;
const EMBEDDED = /^\t(\w+) +`json:",inline/;

/**
 * Fields that the Go types of an API version mark as behind a gate; `version` is such as `core.v1`.
 *
 * @source k8s.io/api@v0.36.3 core/v1/types.go: the comment `+featureGate=` before a field
 */
export function gatedFields(code: string, version: string): GatedField[] {
  const found: { readonly struct: string; readonly field: string; readonly gate: string }[] = [];
  const embeddedIn = new Map<string, string>();
  let [struct, marks]: [string, string[]] = ['', []];
  for (const line of code.split('\n')) {
    struct = STRUCT.exec(line)?.[1] ?? struct;
    marks.push(...(MARK.exec(line)?.slice(1) ?? []));
    const embedded = EMBEDDED.exec(line)?.[1];
    if (embedded) embeddedIn.set(embedded, struct);
    const field = FIELD.exec(line)?.[1];
    if (!field) continue;
    found.push(...marks.map((gate) => ({ struct, field, gate })));
    marks = [];
  }
  return found.map(({ struct: of, field, gate }) => [gate, `${version}.${embeddedIn.get(of) ?? of}.${field}`]);
}
