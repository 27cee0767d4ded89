/** How an object says that it may break a rule, here and to an API server. */
export const EXCEPTION_ANNOTATION = {
  /** What its key begins with; the name of the rule follows. */
  prefix: 'policy.exception/',
  /** What its value has to match: an owner, a colon, a reason. White space is spelled out: `\s` is not the same in both. */
  pattern: '^[^:]*[^:\\t\\n\\f\\r ][^:]*:[\\t\\n\\f\\r ]*[^\\t\\n\\f\\r ]',
} as const;
