/** A place in a file as editors take it: `web.yaml:12:5`; as much of it as is known. */
export function location({
  file = '',
  line,
  column,
}: {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
