import type { Size } from 'cdk8s';
import type { ContainerSize } from '../../kubernetes/container-size';
import type { Cpu } from '../../kubernetes/k8s';
import type { NamespaceQuota } from '../../kubernetes/namespace-quota';
import type { ResourceBounds } from '../../kubernetes/resource-bounds';
import type { ScopedAmounts } from './scoped-quota';

/** A level of Pod Security: what a Pod may ask of its node. @see https://kubernetes.io/docs/concepts/security/pod-security-standards */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** Size of a container that states none, and the bounds that one has to keep to. */
export interface ContainerDefaults extends ResourceBounds {
  readonly size: ContainerSize;
  readonly maxCpu: Cpu;
  readonly maxMemory: Size;
}

/** Props of `Tenancy`. */
export interface TenancyProps {
  /** Namespace to make. */
  readonly namespace: string;

  /** Environment that it is: the value of the label `environment` of everything in it. */
  readonly environment: string;

  /** Kubernetes minor whose Pod Security rules hold, so that an upgrade does not change them: `1.30`. */
  readonly kubernetesVersion: string;

  /** What the namespace may use in all. */
  readonly quota: NamespaceQuota;

  /** Size of a container that states none, and the least and the most that one may have. */
  readonly containerDefaults: ContainerDefaults;

  /**
   * The least and the most that all containers of one Pod may have together.
   *
   * @default - what the containers may have
   */
  readonly podBounds?: ResourceBounds;

  /**
   * The least and the most storage that one PersistentVolumeClaim may ask for.
   *
   * @default - any
   */
  readonly claimBounds?: { readonly min?: Size; readonly max?: Size };

  /**
   * What some of its Pods may use together, by name, beside the quota of all: the ResourceQuota is `quota-<name>`.
   *
   * @default - none
   */
  readonly scopedQuotas?: Readonly<Record<string, ScopedAmounts>>;

  /**
   * Pod Security level that Pods are refused below.
   *
   * @default 'restricted'
   */
  readonly podSecurity?: PodSecurityLevel;

  /**
   * Pod Security level that the audit log notes Pods below: stricter than what is enforced, to see who would not pass.
   *
   * @default - that of podSecurity
   */
  readonly podSecurityAudit?: PodSecurityLevel;

  /**
   * Pod Security level that whoever applies a Pod below is warned of.
   *
   * @default - that of podSecurity
   */
  readonly podSecurityWarn?: PodSecurityLevel;
}

/** What left-out props become. */
export const DEFAULTS = { podSecurity: 'restricted' } as const;
