/**
 * Whether what goes to a stream has colours: on a terminal, not in a pipe, nor where nobody wants any.
 *
 * @source https://no-color.org
 */
export function isColoured(stream: NodeJS.WriteStream = process.stdout): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  return !NO_COLOR && TERM !== 'dumb' && (stream.isTTY || Boolean(FORCE_COLOR));
}
