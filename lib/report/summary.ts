import type { Checked } from '../policies/checked';
import { SEVERITIES } from '../policies/severities';
import { counted } from './counted';

/** A check in one sentence: how much was looked at, and what came of it. */
export function summary({ files, objects, findings, excused, unreadable, kubernetesVersion, level }: Checked): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  // more than one piece of information is still info
  const found = counts.map(({ severity, count }) => (severity === 'info' ? `${count} info` : counted(count, severity)));
  const rest = [
    ...(excused.length > 0 ? [`${excused.length} excused`] : []),
    ...(unreadable.length > 0 ? [`${unreadable.length} not readable`] : []),
  ];
  const looked = `${counted(objects.length, 'object')} in ${counted(files.length, 'file')}`;
  const outcome = found.length > 0 ? found.join(', ') : 'nothing found';
  return `${looked}, for Kubernetes ${kubernetesVersion} at level ${level}: ${[outcome, ...rest].join('; ')}`;
}
