import type { JudgedPlan } from '../../../lib/simulators/plan/judged-plan';

const key = (kind: string, namespace: string | undefined, name: string, apiVersion = 'v1') => ({
  apiVersion,
  kind,
  namespace,
  name,
});
const QUIET = { folder: '', allowed: false, newRevision: false, fields: [], because: [] } as const;

/** A plan with something of everything. */
export const SAMPLE_PLAN: JudgedPlan = {
  against: 'HEAD (6bc0445)',
  to: 'this checkout',
  unchanged: 71,
  changes: [
    {
      ...QUIET,
      verdict: 'refused',
      environment: 'prod',
      object: key('Deployment', 'prod', 'hello', 'apps/v1'),
      fields: [{ path: 'spec.selector.matchLabels.app', before: 'hello', after: 'web' }],
      because: ['spec.selector.matchLabels.app cannot be changed (hello -> web), so nothing of the object is'],
      mend: 'keep it, or delete the object before it is applied',
    },
    {
      ...QUIET,
      verdict: 'loses-data',
      environment: 'prod',
      allowed: true,
      object: key('StatefulSet', 'prod', 'db', 'apps/v1'),
      because: ['nothing deploys it any more', 'its claims (data-db-*) are deleted with it'],
    },
    {
      ...QUIET,
      verdict: 'rolls-pods',
      environment: 'dev',
      newRevision: true,
      object: key('Deployment', 'dev', 'hello', 'apps/v1'),
      fields: [
        { path: 'spec.template.spec.containers[hello].image', before: 'hello:v3', after: 'hello:v4' },
        { path: 'spec.minReadySeconds', before: 5, after: undefined },
      ],
      because: ['image of hello: hello v3 -> v4', 'rolling update of 1 to 2 Pods: 25% more at once, 0 fewer'],
    },
    {
      ...QUIET,
      verdict: 'replaced',
      environment: 'dev',
      object: key('Service', 'dev', 'web'),
      from: key('Service', 'dev', 'hello'),
      because: ['was Service/dev/hello: kubectl apply leaves that one in the cluster, Argo CD prunes it'],
      mend: 'keep the old name',
    },
    ...Array.from({ length: 14 }, (_, index) => ({
      ...QUIET,
      verdict: 'created' as const,
      environment: 'dev',
      object: key('ConfigMap', 'dev', `config-${String(index).padStart(2, '0')}`),
    })),
    {
      ...QUIET,
      verdict: 'changed',
      environment: '',
      folder: 'far',
      object: key('Namespace', undefined, 'dev'),
      fields: [{ path: 'metadata.labels["a.b/c"]', before: undefined, after: '<script>|`@all`\u001b[31m' }],
    },
  ],
  environments: [
    {
      name: '',
      images: [],
      requests: [],
      access: [
        {
          namespace: '',
          effect: 'taken',
          subject: 'User ann',
          sentence: 'User ann may no longer get pods in every namespace and of the cluster',
        },
      ],
      network: [],
    },
    {
      name: 'dev',
      images: [
        {
          object: key('Deployment', 'dev', 'hello', 'apps/v1'),
          container: 'hello',
          before: 'r/hello:v3',
          after: 'r/hello:v4',
        },
      ],
      requests: [
        {
          ...{ namespace: 'dev', resource: 'cpu', quota: '2', percentOfQuota: 120 },
          before: { least: '1', most: '1', rollout: '1500m' },
          after: { least: '1', most: '2', rollout: '2400m' },
        },
        {
          ...{ namespace: 'dev', resource: 'pods', quota: undefined, percentOfQuota: undefined },
          before: { least: '1', most: '1', rollout: '2' },
          after: { least: '1', most: '2', rollout: '3' },
        },
      ],
      access: [
        { namespace: 'dev', effect: 'granted', subject: 'Group a', sentence: 'Group a may now get pods in dev' },
      ],
      network: [
        { namespace: 'dev', effect: 'opened', path: 'host a.example.com/ is answered for now' },
        {
          namespace: 'dev',
          effect: 'closed',
          path: 'Deployment/dev/hello may no longer connect to 10.0.0.0/8 on 53/UDP',
        },
      ],
    },
  ],
};

/** A plan of nothing. */
export const QUIET_PLAN: JudgedPlan = { ...SAMPLE_PLAN, changes: [], environments: [], unchanged: 80 };
