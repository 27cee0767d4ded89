import { Duration } from 'cdk8s';

/** What pages of two shops may do, as an option of an Ingress. */
export const cors = {
  allowOrigins: ['https://shop.test', 'https://cart.test'],
  allowMethods: ['GET', 'PUT'],
  allowHeaders: ['X-Shop', 'X-Cart'],
  credentials: 'include',
  maxAge: Duration.minutes(7),
} as const;
