import * as v from 'valibot';
import { isBlueGreen } from './is-blue-green';
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

const isTime = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && !Number.isNaN(Date.parse(value));

const entries = {
  /** Where this version was pushed, where that is not the chart's own repository. */
  repository: v.optional(v.pipe(v.string(), v.regex(REPOSITORY, RELEASE_RULES.repository.rule))),
  tag: v.pipe(
    v.string(),
    v.regex(/^\w[\w.-]{0,127}$/, RELEASE_RULES.tag.rule),
    v.check((tag) => tag !== 'latest', RELEASE_RULES.latest.rule),
  ),
  digest: v.optional(v.pipe(v.string(), v.regex(/^sha256:[a-f0-9]{64}$/, RELEASE_RULES.digest.rule))),
  config: v.optional(v.pipe(object, v.record(v.string(), v.string()))),
  since: v.optional(v.custom<string>(isTime, RELEASE_RULES.since.rule)),
};

const version = v.pipe(object, v.object(entries));
const previous = v.optional(v.array(version, 'must be a JSON list'));

const isPercentage = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100;

const canary = v.object({ ...entries, weight: v.custom<number>(isPercentage, RELEASE_RULES.weight.rule) });
const rolling = v.object({ ...entries, canary: v.optional(v.pipe(object, canary)), previous });

const colour = v.picklist(['blue', 'green'], RELEASE_RULES.live.rule);
const blueGreen = v.object({
  live: colour,
  blue: v.optional(version),
  green: v.optional(version),
  releasing: v.optional(colour),
  previous,
});

/** The one or the other, so that what is wrong is said of the form that was meant. */
const release = v.lazy((input) => (isBlueGreen(input) ? blueGreen : rolling));

/**
 * The form of releases.json for the environments there are. Services are free here: the charts say which they run; and
 * so are other keys: this library names only the first of several.
 */
export function releasesSchema(environments: readonly string[]) {
  const services = v.pipe(object, v.record(v.string(), v.pipe(object, release)));
  return v.pipe(object, v.object(Object.fromEntries(environments.map((name) => [name, services]))));
}
