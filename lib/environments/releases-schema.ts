import { z } from 'zod';
import { RELEASE_RULES } from './release-rules';

/**
 * A registry host, where it is not the environment's, and path segments of letters and digits, with one ".", one or two
 * "_", or hyphens between them.
 *
 * @source distribution/reference@0.6 regexp.go
 */
const REPOSITORY =
  /^((localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)(:\d+)?\/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;

const image = {
  /** Where this version was pushed, where that is not the chart's own repository. */
  repository: z.string().regex(REPOSITORY, RELEASE_RULES.repository.rule).optional(),
  tag: z
    .string()
    .regex(/^\w[\w.-]{0,127}$/, RELEASE_RULES.tag.rule)
    .refine((tag) => tag !== 'latest', RELEASE_RULES.latest.rule),
  digest: z
    .string()
    .regex(/^sha256:[a-f0-9]{64}$/, RELEASE_RULES.digest.rule)
    .optional(),
};

const release = z.strictObject({
  ...image,
  canary: z
    .strictObject({
      ...image,
      weight: z
        .number(RELEASE_RULES.weight.rule)
        .int(RELEASE_RULES.weight.rule)
        .min(0, RELEASE_RULES.weight.rule)
        .max(100, RELEASE_RULES.weight.rule),
    })
    .optional(),
});

/** The form of releases.json for the environments there are. Services are free here: the charts say which they run. */
export function releasesSchema(environments: readonly string[]) {
  const services = z.record(z.string(), release);
  return z.strictObject(Object.fromEntries(environments.map((name) => [name, services])));
}
