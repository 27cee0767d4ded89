import type { Verdict } from '../../simulators/plan/verdicts';

/** What stands over the changes of a kind, and what that means for whoever applies them. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly title: string; readonly means: string }>> = {
  refused: { title: 'REFUSED', means: 'the API server refuses it, and the object stays as it is' },
  'loses-data': { title: 'LOSES DATA', means: 'what was stored is gone, or left behind' },
  'rolls-pods': { title: 'ROLLS PODS', means: 'Pods are made anew' },
  replaced: { title: 'REPLACED', means: 'made under another name; kubectl apply leaves the old one' },
  removed: { title: 'REMOVED', means: 'nothing deploys it any more' },
  created: { title: 'CREATED', means: 'is not there yet' },
  changed: { title: 'CHANGED', means: 'where it stands; no Pod is made anew' },
};
