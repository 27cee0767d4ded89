/** What is said of Pods that nothing isolates. */
export const ANYWHERE = 'anywhere';
