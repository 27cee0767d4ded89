/** An environment as it is called in reports. */
export function environmentTitle(name: string): string {
  return name === '' ? 'cluster' : name;
}
