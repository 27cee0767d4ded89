import type { Finding } from '../policies/finding';
import type { Excused } from '../policies/judge';
import type { Report } from './report';

/** For programs, as findings.schema.json says: every key is always there, and null where there is nothing to say. */
export const json: Report = ({ findings, excused, unreadable }) => {
  const report = {
    findings: findings.map(written),
    excused: excused.map((finding) => ({ ...written(finding), ...by(finding) })),
    unreadable: unreadable.map(({ file, line = null, column = null, rule: message, mend }) => ({
      message,
      mend,
      file,
      line,
      column,
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};

function by({ owner, reason }: Excused) {
  return { owner, reason };
}

function written({ rule, severity, message, mend, file, line, column, construct, object }: Finding) {
  const { apiVersion, kind, namespace = null, name = null } = object;
  return {
    rule,
    severity,
    message,
    mend,
    file: file ?? null,
    line: line ?? null,
    column: column ?? null,
    construct: construct ?? null,
    object: { apiVersion, kind, namespace, name },
  };
}
