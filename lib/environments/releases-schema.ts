import { z } from 'zod';
import { RELEASE_RULES } from './release-rules';

const image = {
  /** Where this version was pushed, where that is not the chart's own repository. */
  repository: z
    .string()
    .regex(
      /^([a-z0-9.-]+(:\d+)?\/)?[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/,
      RELEASE_RULES.repository.rule,
    )
    .optional(),
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
