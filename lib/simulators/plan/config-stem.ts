/** The name of config without the part that its content makes: `web-config` of `web-config-08a93c5bda`. */
export function configStem(name: string): string {
  return name.replace(/-[0-9a-f]{10}$/, '');
}
