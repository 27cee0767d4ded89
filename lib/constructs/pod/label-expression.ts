import type { k8s } from '../../kubernetes/k8s';

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

  /** The condition as a selector holds it. */
  manifest(): k8s.NodeSelectorRequirement {
    return { key: this.key, operator: this.operator, values: this.values && [...this.values] };
  }
}
