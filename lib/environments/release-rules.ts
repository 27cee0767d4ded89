/** What the values of releases.json must be, and what to do about one that is not. */
export const RELEASE_RULES = {
  tag: {
    rule: 'must be the tag of one version: at most 128 letters, digits, "_", "." and "-"',
    mend: 'write the tag that the build pushed, such as "v4" or "3f2a91c-118"',
  },
  latest: {
    rule: 'must be a version that stays what it is',
    mend: 'name the version: "latest" is another image tomorrow, and nothing could be rolled back to',
  },
  digest: {
    rule: 'must be "sha256:" and 64 hexadecimal digits',
    mend: 'copy it from the registry: "docker buildx imagetools inspect IMAGE" prints it',
  },
  repository: {
    rule: "must be a repository: lower case path segments, with a registry host before them where it is not the environment's",
    mend: 'write it as "team/app" or "registry.example.com/team/app", without the tag',
  },
  since: {
    rule: 'must be a time of UTC, to the second',
    mend: 'write it as "2026-11-28T22:15:00Z", or leave it out',
  },
  live: { rule: 'must be "blue" or "green"', mend: 'name the colour that requests get' },
  weight: { rule: 'must be a whole percentage, 0 to 100', mend: 'write 10 for a tenth of the requests' },
} as const;
