/** Annotation of Pods that a plain cluster cannot run: what they wait for. */
export const NEEDS = 'tutorial/needs';
