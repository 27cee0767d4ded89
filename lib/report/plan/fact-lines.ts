import { imageStep } from '../../simulators/plan/image-step';
import { objectKeyText } from '../../simulators/plan/object-key';
import type { EnvironmentPlan } from '../../simulators/plan/plan';
import type { RequestChange } from '../../simulators/plan/request-changes';

/** What changes for an environment, as lines under a heading. */
export interface Facts {
  readonly heading: 'images' | 'requests' | 'access' | 'network';
  readonly lines: readonly string[];
}

/** What changes for an environment beside its objects, in sentences. */
export function factLines({ images, requests, access, network }: EnvironmentPlan): Facts[] {
  const facts: Facts[] = [
    {
      heading: 'images',
      lines: images.map(({ object, container, before, after }) => {
        return `${objectKeyText(object)} ${container}: ${imageStep(before ?? '(new)', after ?? '(gone)')}`;
      }),
    },
    { heading: 'requests', lines: requests.map(requestLine) },
    {
      heading: 'access',
      lines: access.map(({ effect, sentence }) => `${effect === 'granted' ? '+' : '-'} ${sentence}`),
    },
    { heading: 'network', lines: network.map(({ effect, path }) => `${effect === 'opened' ? '+' : '-'} ${path}`) },
  ];
  return facts.filter(({ lines }) => lines.length > 0);
}

function requestLine({ resource, before, after, quota, percentOfQuota, namespace }: RequestChange): string {
  const what = resource === 'pods' ? 'Pods' : resource;
  const moments = [
    `${before.least} -> ${after.least}`,
    `scaled up ${before.most} -> ${after.most}`,
    `rolled out then ${before.rollout} -> ${after.rollout}`,
  ];
  const over = percentOfQuota !== undefined && percentOfQuota > 100 ? ', MORE THAN IT HAS' : '';
  const share = quota === undefined ? 'no quota' : `${percentOfQuota} % of the quota of ${quota}${over}`;
  return `${what} in ${namespace}: ${moments.join(', ')}: ${share}`;
}
