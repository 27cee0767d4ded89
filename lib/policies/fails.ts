import type { Finding } from './finding';
import type { Severity } from './rule';
import { SEVERITIES } from './severities';

/** Whether a finding is bad enough to fail a check. */
export function fails({ severity }: Pick<Finding, 'severity'>, failOn: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
