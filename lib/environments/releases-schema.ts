import * as v from 'valibot';
import { RELEASE_RULES } from './release-rules';

/**
 * A registry host, where it is not the environment's, and path segments of letters and digits, with one ".", one or two
 * "_", or hyphens between them.
 *
 * @source distribution/reference@0.6 regexp.go
 */
const REPOSITORY =
  /^((localhost|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)(:\d+)?\/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;

/** A list is an object to JavaScript, and none to JSON. */
const object = v.custom<Readonly<Record<string, unknown>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'must be a JSON object',
);

const version = {
  /** Where this version was pushed, where that is not the chart's own repository. */
  repository: v.optional(v.pipe(v.string(), v.regex(REPOSITORY, RELEASE_RULES.repository.rule))),
  tag: v.pipe(
    v.string(),
    v.regex(/^\w[\w.-]{0,127}$/, RELEASE_RULES.tag.rule),
    v.check((tag) => tag !== 'latest', RELEASE_RULES.latest.rule),
  ),
  digest: v.optional(v.pipe(v.string(), v.regex(/^sha256:[a-f0-9]{64}$/, RELEASE_RULES.digest.rule))),
};

const isPercentage = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100;

const canary = v.object({ ...version, weight: v.custom<number>(isPercentage, RELEASE_RULES.weight.rule) });
const release = v.object({ ...version, canary: v.optional(v.pipe(object, canary)) });

/**
 * The form of releases.json for the environments there are. Services are free here: the charts say which they run; and
 * so are other keys: this library names only the first of several.
 */
export function releasesSchema(environments: readonly string[]) {
  const services = v.pipe(object, v.record(v.string(), v.pipe(object, release)));
  return v.pipe(object, v.object(Object.fromEntries(environments.map((name) => [name, services]))));
}
