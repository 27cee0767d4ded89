/**
 * What happens to an object, the worst first: the API server refuses it, data is lost, Pods are made anew, it is made under
 * another name while the old one stays, it is no longer there, it is new, it is changed where it stands.
 */
export const VERDICTS = ['refused', 'loses-data', 'rolls-pods', 'replaced', 'removed', 'created', 'changed'] as const;

/** What happens to an object. */
export type Verdict = (typeof VERDICTS)[number];
