/**
 * The one door to cdk8s-plus-30: its L1 objects and its word for CPU. Another Kubernetes line of cdk8s-plus is one edit here.
 *
 * The files are named, not the package: its index loads every L2 class, which doubles the start-up time.
 */
export { Cpu } from 'cdk8s-plus-30/lib/container';
export * as k8s from 'cdk8s-plus-30/lib/imports/k8s';
