import type { Construct } from 'constructs';

/** The construct at a path; nothing where there is none. */
export function constructAt(scope: Construct, path: string): Construct | undefined {
  return path
    .split('/')
    .reduce<Construct | undefined>((at, id) => at?.node.tryFindChild(id) as Construct | undefined, scope);
}
