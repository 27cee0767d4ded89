import { Duration } from 'cdk8s';
import { RELEASE_ACTIONS, type ReleaseActionName } from '../../../lib/delivery/release/release-actions';
import type { ReleaseOrder } from '../../../lib/delivery/release/release-order';
import type { Release } from '../../../lib/environments/releases';

/** When the tests' orders are given. */
export const NOW = '2026-11-28T22:15:00Z';

/** An order for `hello` in an environment with three steps. */
export function orderOf({ environment, ...order }: Partial<ReleaseOrder> = {}): ReleaseOrder {
  return {
    service: 'hello',
    environment: environment ?? {
      name: 'prod',
      requireDigest: false,
      config: { hello: { URL: 'http://now' } },
      releasing: {
        canarySteps: [
          { weightPercent: 0, pause: 'until-go', lookAt: ['by header'] },
          { weightPercent: 10, pause: Duration.minutes(15), lookAt: ['errors', 'latency'] },
          { weightPercent: 50, pause: Duration.minutes(30) },
        ],
        standby: Duration.hours(1),
        keptVersions: 2,
      },
    },
    now: new Date(NOW),
    ...order,
  };
}

/** What an action makes of a release. */
export function act(
  action: ReleaseActionName,
  release: Release | undefined,
  order: Partial<ReleaseOrder> = {},
): Release {
  return RELEASE_ACTIONS[action](release, orderOf(order));
}
