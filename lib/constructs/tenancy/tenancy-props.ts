import type { Size } from 'cdk8s';
import type { ContainerSize } from '../../kubernetes/container-size';
import type { Cpu } from '../../kubernetes/k8s';
import type { NamespaceQuota } from '../../kubernetes/namespace-quota';

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

  /** Size of a container that states none, and the largest that one may have. */
  readonly containerDefaults: { readonly size: ContainerSize; readonly maxCpu: Cpu; readonly maxMemory: Size };

  /**
   * Pod Security level that Pods are refused below.
   *
   * @default 'restricted'
   */
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
}

/** What left-out props become. */
export const DEFAULTS = { podSecurity: 'restricted' } as const;
