import type { Labels } from './labels';
import { manifestFieldList, manifestFieldObject, manifestFieldText } from './manifest-field';

/**
 * Whether a label selector, as a manifest has it, picks what carries these labels. An empty one picks everything; one that
 * is not there nothing.
 *
 * @source kubernetes@1.36 staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/helpers.go LabelSelectorAsSelector
 */
export function labelSelectorPicks(selector: unknown, labels: Labels): boolean {
  if (typeof selector !== 'object' || selector === null) return false;
  return (
    labelMapPicks(manifestFieldObject(selector, 'matchLabels'), labels) &&
    manifestFieldList(selector, 'matchExpressions').every((expression) => meets(expression, labels))
  );
}

/** Whether something carries every label of a map: the selector of a Service or a ReplicationController. */
export function labelMapPicks(selector: Readonly<Record<string, unknown>>, labels: Labels): boolean {
  for (const key in selector) if (labels[key] !== selector[key]) return false; // asked of every pair of two objects
  return true;
}

/** @source kubernetes@1.36 staging/src/k8s.io/apimachinery/pkg/labels/selector.go Requirement.Matches */
function meets(expression: unknown, labels: Labels): boolean {
  const value = labels[manifestFieldText(expression, 'key') ?? ''];
  const isListed = value !== undefined && manifestFieldList(expression, 'values').includes(value);
  switch (manifestFieldText(expression, 'operator')) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
