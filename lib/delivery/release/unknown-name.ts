import { nearest } from '../../kubernetes/nearest';
import { ReleaseRefused } from './release-refused';

/** Names that there are. */
interface Known {
  readonly what: string;
  readonly known: readonly string[];
}

/** A name that is none of those that there are, with the one that was meant where one is near. */
export function unknownName(field: string, got: string, { what, known }: Known): ReleaseRefused {
  const near = nearest(got, known);
  const mend = near ? `did you mean "${near}"?` : `known are ${known.join(', ')}`;
  return new ReleaseRefused({ field, got, rule: `must be ${what}`, mend });
}
