/** Name of the server for a host of an Ingress; `_` is the one that answers where no other does. */
export function serverName(host: string): string {
  return host === '' ? '_' : host.toLowerCase();
}
