import { nameProblem } from './names';

/** A Secret that an object without a namespace refers to. */
export interface SecretReference {
  readonly name: string;
  readonly namespace: string;
}

/** Says why Kubernetes would refuse the reference, or nothing where it would not. */
export function secretReferenceProblem({ name, namespace }: SecretReference): string | undefined {
  const wrong = nameProblem('Secret', name);
  if (wrong) return `name ${wrong}`;
  const where = nameProblem('Namespace', namespace);
  return where && `namespace ${where}`;
}
