/**
 * Of the output, what `kubectl apply -f dist/` sends: the manifests for the home cluster. What lies in folders is for
 * others, and a cluster that has the same names would be given both.
 */
export function plainFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([file]) => file.endsWith('.yaml') && !file.includes('/')));
}
