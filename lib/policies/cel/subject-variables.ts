import { EXCEPTION_ANNOTATION } from '../exception-annotation';
import type { AdmissionPolicy } from './admission-policy';
import type { Subject } from './admission-rule';
import { celLiteral } from './cel-literal';

type Variables = AdmissionPolicy['variables'];

/** Rules that an annotation excuses the object from. */
const EXCUSED = `dyn(object.metadata).?annotations.orValue({})
  .filter(key, key.startsWith(${celLiteral(EXCEPTION_ANNOTATION.prefix)}) && object.metadata.annotations[key].matches(${celLiteral(EXCEPTION_ANNOTATION.pattern)}))
  .map(key, key.substring(${EXCEPTION_ANNOTATION.prefix.length}))`;

/** Where the kinds have a Pod; as `podOf` finds it. */
const POD: Variables = [
  {
    name: 'path',
    expression: `object.kind == 'Pod' ? 'spec' : object.kind == 'PodTemplate' ? 'template.spec'
  : object.kind == 'CronJob' ? 'spec.jobTemplate.spec.template.spec' : 'spec.template.spec'`,
  },
  {
    name: 'pod',
    expression: `object.kind == 'Pod' ? dyn(object) : object.kind == 'PodTemplate' ? dyn(object).template
  : object.kind == 'CronJob' ? dyn(object).spec.jobTemplate.spec.template : dyn(object).spec.template`,
  },
  { name: 'podSpec', expression: 'variables.pod.spec' },
  { name: 'podMetadata', expression: 'variables.pod.?metadata.orValue({})' },
  {
    name: 'containers',
    expression: `variables.podSpec.containers + variables.podSpec.?initContainers.orValue([])
  + variables.podSpec.?ephemeralContainers.orValue([])`,
  },
  {
    name: 'mainContainers',
    expression: `variables.podSpec.containers + variables.podSpec.?initContainers.orValue([])
  .filter(container, container.?restartPolicy.orValue('') == 'Always')`,
  },
];

/** What every expression about a subject may name, in the order in which one is made of another. */
export function subjectVariables(about: Subject): Variables {
  return [{ name: 'excused', expression: EXCUSED }, ...(typeof about === 'string' ? POD : [])];
}
