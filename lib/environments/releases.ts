import { z } from 'zod';

const RULES = {
  tag: 'must be the tag of one version: at most 128 letters, digits, "_", "." and "-"',
  latest: 'must be a version that stays what it is',
  digest: 'must be "sha256:" and 64 hexadecimal digits',
  repository:
    "must be a repository: lower case path segments, with a registry host before them where it is not the environment's",
  weight: 'must be a whole percentage, 0 to 100',
} as const;

const image = {
  /** Where this version was pushed, where that is not the chart's own repository. */
  repository: z
    .string()
    .regex(/^([a-z0-9.-]+(:\d+)?\/)?[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/, RULES.repository)
    .optional(),
  tag: z
    .string()
    .regex(/^\w[\w.-]{0,127}$/, RULES.tag)
    .refine((tag) => tag !== 'latest', RULES.latest),
  digest: z
    .string()
    .regex(/^sha256:[a-f0-9]{64}$/, RULES.digest)
    .optional(),
};

const release = z.strictObject({
  ...image,
  canary: z
    .strictObject({
      ...image,
      weight: z.number(RULES.weight).int(RULES.weight).min(0, RULES.weight).max(100, RULES.weight),
    })
    .optional(),
});

/** One version of a service as releases.json names it. */
export interface ReleasedVersion {
  readonly repository?: string;
  readonly tag: string;
  readonly digest?: string;
}

/** What runs of one service in one environment. `weight` is the percent of requests that the canary gets. */
export interface Release extends ReleasedVersion {
  readonly canary?: ReleasedVersion & { readonly weight: number };
}

/** What runs where: environment, service, release. */
export type Releases = Readonly<Record<string, Readonly<Record<string, Release>>>>;

/** The form of releases.json for the environments there are. Services are free here: the charts say which they run. */
export function releasesSchema(environments: readonly string[]): z.ZodType<Releases> {
  return z.strictObject(Object.fromEntries(environments.map((name) => [name, z.record(z.string(), release)])));
}

/** What to do about each broken rule, by its sentence. */
export const RELEASE_MENDS: Readonly<Record<string, string>> = {
  [RULES.tag]: 'write the tag that the build pushed, such as "v4" or "3f2a91c-118"',
  [RULES.latest]: 'name the version: "latest" is another image tomorrow, and nothing could be rolled back to',
  [RULES.digest]: 'copy it from the registry: "docker buildx imagetools inspect IMAGE" prints it',
  [RULES.repository]: 'write it as "team/app" or "registry.example.com/team/app", without the tag',
  [RULES.weight]: 'write 10 for a tenth of the requests',
};
