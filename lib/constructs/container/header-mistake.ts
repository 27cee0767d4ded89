import { headerNameProblem } from '../../kubernetes/header-name-problem';
import type { InvalidPropDetails } from '../invalid-prop';

/** The first header of a probe or hook that Kubernetes would refuse; nothing where all are sound. */
export function headerMistake(headers: Readonly<Record<string, string>> = {}): InvalidPropDetails | undefined {
  for (const got of Object.keys(headers)) {
    const rule = headerNameProblem(got);
    if (rule) return { prop: 'headers', got, rule, mend: 'name a header such as "X-Request-Id"' };
  }
  return undefined;
}
