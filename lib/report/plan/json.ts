import { isBlocked, type JudgedChange, type JudgedPlan } from '../../simulators/plan/judged-plan';
import type { ObjectKey } from '../../simulators/plan/object-key';
import type { EnvironmentPlan } from '../../simulators/plan/plan';
import { VERDICTS } from '../../simulators/plan/verdicts';
import type { PlanReport } from './plan-report';

/** For programs, as plan.schema.json says: every key is always there, and null where there is nothing to say. */
export const json: PlanReport = (plan) => {
  const { against, to, changes, unchanged, environments } = plan;
  const report = {
    against,
    to,
    blocked: isBlocked(plan),
    summary: { ...counts(plan), unchanged },
    changes: changes.map(changeOf),
    environments: environments.map(environmentOf),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};

function counts({ changes }: JudgedPlan): Record<string, number> {
  const of = (verdict: string) => changes.filter((change) => change.verdict === verdict).length;
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, of(verdict)]));
}

function keyOf({ apiVersion, kind, namespace = undefined, name }: ObjectKey) {
  return { apiVersion, kind, namespace: namespace ?? null, name };
}

function changeOf(change: JudgedChange) {
  const { verdict, object, from, environment, folder, allowed, newRevision, because, mend, fields } = change;
  return {
    verdict,
    object: keyOf(object),
    from: from ? keyOf(from) : null,
    environment: environment || null,
    folder: folder || null,
    allowed,
    newRevision,
    because,
    mend: mend ?? null,
    fields: fields.map(({ path, before = null, after = null }) => ({ path, before, after })),
  };
}

function environmentOf({ name, images, requests, access, network }: EnvironmentPlan) {
  return {
    name: name || null,
    images: images.map(({ object, container, before = null, after = null }) => {
      return { object: keyOf(object), container, before, after };
    }),
    requests: requests.map(({ quota = null, percentOfQuota = null, ...change }) => ({
      ...change,
      quota,
      percentOfQuota,
    })),
    access: access.map(({ namespace, ...change }) => ({ ...change, namespace: namespace || null })),
    network,
  };
}
