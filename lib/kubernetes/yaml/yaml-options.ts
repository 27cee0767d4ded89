import type { DocumentOptions, ParseOptions, SchemaOptions, Tags } from 'yaml';

/**
 * YAML as kubectl reads it: version 1.1 (`yes` is true, `0644` is octal), but no times of day and no dates, which stay
 * text.
 *
 * @source go.yaml.in/yaml/v2@2.4.3 resolve.go resolve, decode.go timestamps into an interface
 */
export const YAML_OPTIONS: DocumentOptions & ParseOptions & SchemaOptions = {
  version: '1.1',
  merge: true,
  prettyErrors: false,
  logLevel: 'silent',
  customTags: (tags: Tags): Tags => [...tags.filter((tag) => !isTime(tag)).map(withDigits), 'intOct'],
};

function isTime(tag: Tags[number]): boolean {
  return (
    typeof tag === 'object' &&
    ('format' in tag || 'tag' in tag) &&
    (tag.format === 'TIME' || /timestamp$/.test(tag.tag))
  );
}

/** A lone `.`, as the fields that managers own have it, is text. */
function withDigits(tag: Tags[number]): Tags[number] {
  if (typeof tag !== 'object' || !('test' in tag) || !tag.test?.test('.')) return tag;
  return { ...tag, test: new RegExp(`^(?!\\.$)(?:${tag.test.source})`) };
}
