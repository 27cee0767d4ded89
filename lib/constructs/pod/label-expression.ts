import type { k8s } from '../../kubernetes/k8s';
import { labelKeyProblem, labelValueProblem } from '../../kubernetes/labels';

/** A condition on one label of a node or a Pod. Several conditions hold together. */
export class LabelExpression {
  /** The label has one of these values. */
  static in(key: string, ...values: readonly [string, ...string[]]): LabelExpression {
    return new LabelExpression(key, 'In', values);
  }

  /** The label has none of these values, or is not there. */
  static notIn(key: string, ...values: readonly [string, ...string[]]): LabelExpression {
    return new LabelExpression(key, 'NotIn', values);
  }

  /** The label is there. */
  static exists(key: string): LabelExpression {
    return new LabelExpression(key, 'Exists');
  }

  /** The label is not there. */
  static doesNotExist(key: string): LabelExpression {
    return new LabelExpression(key, 'DoesNotExist');
  }

  /** The label is a whole number above this one. For nodes only. */
  static greaterThan(key: string, value: number): LabelExpression {
    return new LabelExpression(key, 'Gt', [String(value)]);
  }

  /** The label is a whole number below this one. For nodes only. */
  static lessThan(key: string, value: number): LabelExpression {
    return new LabelExpression(key, 'Lt', [String(value)]);
  }

  private constructor(
    readonly key: string,
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt',
    readonly values?: readonly string[],
  ) {}

  /** Why Kubernetes would refuse it as a condition on the labels of nodes or Pods; nothing where it would not. */
  problem(of: 'nodes' | 'Pods'): { readonly got: unknown; readonly rule: string; readonly mend: string } | undefined {
    const { key, operator, values = [] } = this;
    const wrongKey = labelKeyProblem(key);
    if (wrongKey) return { got: key, rule: wrongKey, mend: 'give the key of a label' };
    if (operator === 'Gt' || operator === 'Lt') {
      const mend = 'name the values: LabelExpression.in(...)';
      const rule = 'must not compare the labels of Pods, only those of nodes';
      if (of === 'Pods') return { got: operator, rule, mend };
      if (/^-?\d+$/.test(`${values}`)) return undefined;
      return { got: values, rule: 'must be a whole number', mend: 'give a whole number' };
    }
    const got = values.find((value) => labelValueProblem(value));
    return got === undefined
      ? undefined
      : { got, rule: `${labelValueProblem(got)}`, mend: 'give a value of the label' };
  }

  /** The condition as a selector holds it. */
  manifest(): k8s.NodeSelectorRequirement {
    return { key: this.key, operator: this.operator, values: this.values && [...this.values] };
  }
}
