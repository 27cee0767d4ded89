import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { k8s } from '../../kubernetes/k8s';
import { labelKeyProblem } from '../../kubernetes/labels';
import { nameProblem } from '../../kubernetes/names';
import { firstProblem } from '../first-problem';
import { InvalidProp } from '../invalid-prop';
import { objectName } from '../object-name';
import { withDefaults } from '../with-defaults';
import { DEFAULTS, type ResolvedClassProps, type StorageClassProps } from './storage-class-props';

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/**
 * A kind of storage that claims are given volumes of, made for them.
 *
 * Defines one StorageClass, which is one of the whole cluster. Its provisioner with the parameters, its reclaim policy and
 * its binding mode are immutable: make another of another name, and leave the first while claims name it.
 *
 * @throws InvalidProp `InvalidClass`
 * @example
 * new StorageClass(this, 'Fast', { provisioner: Provisioner.awsEbs({ type: 'io2', iops: 8000 }), reclaimPolicy: 'Retain' });
 */
export class StorageClass extends Construct {
  /** The class itself, for what the props do not cover. */
  public readonly storageClass: k8s.KubeStorageClass;
  /** What claims name. */
  public readonly name: string;

  constructor(scope: Construct, id: string, props: StorageClassProps) {
    super(scope, id);
    const resolved = withDefaults(props, { ...DEFAULTS, name: objectName(scope, id) });
    this.requireSound(resolved);
    this.name = resolved.name;
    const { provisioner, reclaimPolicy, volumeBindingMode, expansion, mountOptions, use } = resolved;
    this.storageClass = new k8s.KubeStorageClass(this, 'StorageClass', {
      metadata: { name: this.name, annotations: use === 'byDefault' ? { [DEFAULT_CLASS]: 'true' } : undefined },
      provisioner: provisioner.name,
      parameters: Object.keys(provisioner.parameters).length > 0 ? { ...provisioner.parameters } : undefined,
      reclaimPolicy,
      volumeBindingMode,
      allowVolumeExpansion: expansion === 'allowed',
      mountOptions: mountOptions && [...mountOptions],
      allowedTopologies: topologies(resolved),
    });
    this.node.addValidation({ validate: () => (use === 'byDefault' ? this.otherDefaults() : []) });
  }

  private requireSound({ name, provisioner, allowedTopologies = {} }: ResolvedClassProps): void {
    const { problem } = provisioner;
    const taken = name === 'none' ? 'must not be "none", by which claims ask for no class' : undefined;
    const rule = nameProblem('StorageClass', name) ?? taken;
    const wrong =
      (problem && { ...problem, prop: `provisioner.${problem.prop}` }) ??
      firstProblem([
        { prop: 'name', got: name, rule, mend: 'choose another name' },
        ...Object.entries(allowedTopologies).flatMap(([key, values]) => [
          { prop: 'allowedTopologies', got: key, rule: labelKeyProblem(key), mend: 'give the key of a node label' },
          { prop: 'allowedTopologies', got: values, rule: valuesProblem(values), mend: 'give each value once' },
        ]),
      ]);
    if (wrong) throw new InvalidProp('InvalidClass', this, wrong);
  }

  private otherDefaults(): string[] {
    return Chart.of(this)
      .node.findAll()
      .filter((part): part is ApiObject => ApiObject.isApiObject(part) && part !== this.storageClass)
      .filter((part) => part.kind === 'StorageClass' && part.toJson().metadata.annotations?.[DEFAULT_CLASS] === 'true')
      .map(({ name }) => `use: invalid value "byDefault": must be said of one class, and ${name} is one; keep one`);
  }
}

function topologies({ allowedTopologies }: ResolvedClassProps): k8s.TopologySelectorTerm[] | undefined {
  if (!allowedTopologies) return undefined;
  const matchLabelExpressions = Object.entries(allowedTopologies).map(([key, values]) => ({
    key,
    values: [...values],
  }));
  return matchLabelExpressions.length > 0 ? [{ matchLabelExpressions }] : undefined;
}

/** @source kubernetes@1.36 pkg/apis/core/validation/validation.go validateTopologySelectorLabelRequirement */
function valuesProblem(values: readonly string[]): string | undefined {
  if (values.length === 0) return 'must not be empty';
  return new Set(values).size < values.length ? 'must not name a value twice' : undefined;
}
