import type { SubjectKind } from './admission-rule';
import { celLiteral } from './cel-literal';

/** A condition without which a policy is not asked. */
export interface MatchCondition {
  readonly name: string;
  readonly expression: string;
}

/**
 * Who makes Pods of what has been let in, and keeps books on it: the controllers of the control plane. They are not asked
 * again, or a rule that is new would keep the Pods away of what was there before it.
 */
const CONTROL_PLANE = `!('system:serviceaccounts:kube-system' in request.userInfo.?groups.orValue([])
  || request.userInfo.?username.orValue('') == 'system:kube-controller-manager')`;

/** Any field may make a difference but these: a status says what is, and of metadata a rule may read what people write there. */
const FIELDS = `dyn(object).exists(key, !(key in ['metadata', 'status']) && dyn(oldObject)[?key] != dyn(object)[?key])
  || dyn(oldObject).exists(key, !(key in dyn(object)))`;

const METADATA = `
  || ['annotations', 'labels'].exists(key, dyn(oldObject.metadata)[?key] != dyn(object.metadata)[?key])`;

/** What reads labels or annotations of the object itself. */
const READS_METADATA = /\bobject\.metadata\.\??(annotations|labels)\b/;

/** When a policy is asked at all: by what its rules read, and which kinds they are about. */
export function matchConditions(
  expressions: readonly string[],
  kinds: readonly SubjectKind[],
  environment: string,
): MatchCondition[] {
  const readsMetadata = expressions.some((expression) => READS_METADATA.test(expression));
  const ours: MatchCondition = {
    name: 'is-of-this-environment',
    expression: `dyn(object.metadata).?namespace.orValue('') != ''
  || dyn(object.metadata).?labels[?'environment'].orValue('') == ${celLiteral(environment)}`,
  };
  return [
    { name: 'is-not-written-by-the-control-plane', expression: CONTROL_PLANE },
    {
      name: 'changes-what-is-judged',
      // an object that is on its way out is let go, and one that was there before is not held up by a finalizer
      expression: `request.operation == 'CREATE' || !has(object.metadata.deletionTimestamp) && (
  ${FIELDS}${readsMetadata ? METADATA : ''})`,
    },
    ...(kinds.some(({ clusterScoped }) => clusterScoped) ? [ours] : []),
  ];
}
