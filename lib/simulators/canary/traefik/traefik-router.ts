import type { Asked } from '../asked';
import type { TraefikService } from './traefik-service';

/** A router of Traefik: a rule, and what gets the requests that it takes. */
export interface TraefikRouter {
  /** Object that it comes from: `IngressRoute prod/hello`. */
  readonly object: string;
  /** What it is there: `route 2`, `the router of the canary`. */
  readonly place: string;
  readonly rule: string;
  /**
   * Routers of a higher one are asked first.
   *
   * @default - the length of the rule
   */
  readonly priority?: number;
  readonly scheme: 'http' | 'https' | 'both';
  readonly service: TraefikService;
  /**
   * Status of the redirect that it answers with, if it does.
   *
   * @default - it sends every request on
   */
  readonly redirect?: (asked: Asked) => number | undefined;
}
