import type { Json } from '../../kubernetes/manifest';

/** A field that is not what it was. What is not there is undefined. */
export interface ChangedField {
  /** Its path; what a list holds is told by its key or its index: `spec.template.spec.containers[web].image`. */
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** The path without what tells the items of lists apart: `spec.template.spec.containers.image`. */
export function pathOfField({ path }: Pick<ChangedField, 'path'>): string {
  return path.replace(/\["[^"]*"\]|\[[^\]]*\]/g, '');
}
