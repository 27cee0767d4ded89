/** Whether a path is another one, or lies below it: `/api` takes `/api`, `/api/` and `/api/x`, and not `/apis`. */
export function pathPrefixMatches(prefix: string, path: string): boolean {
  if (prefix === '/' || prefix === '') return true;
  const whole = prefix.endsWith('/') ? prefix.slice(0, -1) : prefix;
  return path === whole || path.startsWith(`${whole}/`);
}
