import type { Size } from 'cdk8s';
import type { HostPathType } from '../../kubernetes/host-path-type';
import type { k8s } from '../../kubernetes/k8s';
import { nameProblem } from '../../kubernetes/names';
import { absolutePathProblem } from '../../kubernetes/paths';
import { sizeQuantity, storageQuantityProblem } from '../../kubernetes/quantity';
import { firstProblem } from '../first-problem';
import type { InvalidPropDetails } from '../invalid-prop';
import { type ClaimRequest, claimRequestProblem, claimRequestSpec } from './claim-request';
import { type InlineCsi, inlineCsiManifest, inlineCsiProblem } from './inline-csi';
import { DEFAULTS as KEY_DEFAULTS, type KeyFiles, keyFileFields, keyFilesProblem } from './key-files';
import { type PodFields, podFieldItems, podFieldsProblem } from './pod-fields';
import { type ProjectedSource, projectedSourceManifest, projectedSourcesProblem } from './projected-source';

/** How a container sees a volume. */
export interface MountOptions {
  /**
   * Whether the container may write.
   *
   * @default - as the volume allows: config and secrets are read, all else is written
   */
  readonly access?: 'readOnly' | 'readWrite';

  /**
   * One file or folder of the volume instead of all of it. Of config or a secret it is a copy made at start: a change
   * never reaches it.
   *
   * @default - the whole volume
   */
  readonly subPath?: string;

  /**
   * Whether mounts that are made inside after the start are seen: from the host, or to it as well, which only a
   * privileged container may.
   *
   * @default - no
   */
  readonly propagation?: 'HostToContainer' | 'Bidirectional';
}

/** A volume where a container sees it. */
export interface Mount extends MountOptions {
  readonly volume: Volume;
  /** Folder in the container, an absolute path; for a raw device the file that stands for it. */
  readonly path: string;
  /**
   * What the container sees: files, or the raw blocks of a claim whose volume mode is `Block`.
   *
   * @default - files
   */
  readonly as?: 'files' | 'device';
}

/**
 * A disk, or what looks like one, of a Pod. It is given to the containers that see it: two that mount the same one share
 * it, and one that nobody mounts cannot be.
 *
 * @example
 * const work = Volume.emptyDir('work', { sizeLimit: Size.mebibytes(100) });
 * const containers = [{ ..., mounts: [work.at('/work')] }];
 */
export class Volume {
  /**
   * Empty at the start, gone with the Pod. A Pod that writes more than the limit is evicted. In memory it counts as memory
   * of the containers that write it, whose limits must hold it.
   */
  static emptyDir(
    name: string,
    { sizeLimit, medium }: { readonly sizeLimit: Size; readonly medium?: 'Memory' },
  ): Volume {
    const got = sizeLimit.asString();
    const wrong = [{ prop: 'sizeLimit', got, rule: storageQuantityProblem(sizeLimit), mend: 'give a size' }];
    const spec = { emptyDir: { sizeLimit: sizeQuantity(sizeLimit), medium } };
    return new Volume(name, spec, { sizeLimit, medium }, firstProblem(wrong));
  }

  /**
   * A path of the node that the Pod runs on. It stays there when the Pod goes elsewhere, who can write it can take over the
   * node, and Pod Security "baseline" forbids it: for agents of a node.
   */
  static hostPath(name: string, path: string, type: HostPathType): Volume {
    const wrong = [{ prop: 'path', got: path, rule: absolutePathProblem(path), mend: 'name a path of the node' }];
    return new Volume(name, { hostPath: { path, type } }, { host: true }, firstProblem(wrong));
  }

  /** The keys of a ConfigMap as files, read-only. */
  static configMap(name: string, configMap: string, options: KeyFiles = {}): Volume {
    const { mode = KEY_DEFAULTS.mode } = options;
    const spec = { configMap: { name: configMap, defaultMode: mode, ...keyFileFields(options) } };
    const wrong = nameWrong('configMap', configMap) ?? keyFilesProblem(options);
    return new Volume(name, spec, { readOnly: true }, wrong);
  }

  /** The keys of a Secret as files, read-only. They are kept in memory, never on the disk of the node. */
  static secret(name: string, secret: string, options: KeyFiles = {}): Volume {
    const { mode = KEY_DEFAULTS.mode } = options;
    const spec = { secret: { secretName: secret, defaultMode: mode, ...keyFileFields(options) } };
    const wrong = nameWrong('secret', secret) ?? keyFilesProblem(options);
    return new Volume(name, spec, { readOnly: true }, wrong);
  }

  /** Config, secrets, fields of the Pod and tokens in one folder, read-only. */
  static projected(name: string, sources: readonly ProjectedSource[]): Volume {
    const spec = { projected: { sources: sources.map(projectedSourceManifest), defaultMode: KEY_DEFAULTS.mode } };
    return new Volume(name, spec, { readOnly: true }, projectedSourcesProblem(sources));
  }

  /** Fields of the Pod as files, by file name: `{ labels: 'metadata.labels' }`. */
  static podFields(name: string, fields: PodFields): Volume {
    const spec = { downwardApi: { items: podFieldItems(fields), defaultMode: KEY_DEFAULTS.mode } };
    return new Volume(name, spec, { readOnly: true }, podFieldsProblem(fields));
  }

  /**
   * A PersistentVolumeClaim of the same namespace.
   *
   * @param volumeMode what it holds, where that is known: the one is mounted by `at`, the other by `asDevice`
   */
  static claim(name: string, claimName: string, volumeMode?: 'Filesystem' | 'Block'): Volume {
    const traits = { claim: true, volumeMode } as const;
    return new Volume(name, { persistentVolumeClaim: { claimName } }, traits, nameWrong('claimName', claimName));
  }

  /** A claim that is made with each Pod of a StatefulSet: the name is that of its claim template. */
  static claimTemplate(name: string): Volume {
    return new Volume(name, {}, { claim: true, template: true });
  }

  /**
   * A claim that is made with each Pod, called `<Pod>-<name>`, and goes with it: room for work that is too much for the
   * disk of a node. It counts against the quota of claims.
   *
   * @see https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
   */
  static ephemeralClaim(name: string, request: ClaimRequest): Volume {
    const spec = { ephemeral: { volumeClaimTemplate: { spec: claimRequestSpec(request) } } };
    const traits = { claim: true, volumeMode: request.volumeMode ?? 'Filesystem' } as const;
    return new Volume(name, spec, traits, claimRequestProblem(request));
  }

  /**
   * A folder of an NFS server, mounted by the kubelet, whose node needs the NFS client. Pod Security "restricted" forbids
   * it: there, make it a `StaticVolume` and mount a `PersistentClaim` of it.
   */
  static nfs(name: string, server: string, path: string): Volume {
    const wrong = [
      { prop: 'server', got: server, rule: server === '' ? 'must not be empty' : undefined, mend: 'name the server' },
      { prop: 'path', got: path, rule: absolutePathProblem(path), mend: 'name a folder that it exports' },
    ];
    return new Volume(name, { nfs: { server, path } }, {}, firstProblem(wrong));
  }

  /** What a CSI driver makes for each Pod, such as secrets from a vault. Only some can: `Ephemeral` in their CSIDriver. */
  static csi(name: string, inline: InlineCsi): Volume {
    const readOnly = inline.access === 'readWrite' ? undefined : true;
    return new Volume(name, { csi: inlineCsiManifest(inline) }, { readOnly }, inlineCsiProblem(inline));
  }

  private constructor(
    readonly name: string,
    private readonly source: Omit<k8s.Volume, 'name'>,
    /** What a Pod must know of it. */
    readonly traits: {
      readonly readOnly?: true;
      readonly host?: true;
      readonly claim?: true;
      readonly template?: true;
      readonly volumeMode?: 'Filesystem' | 'Block';
      readonly sizeLimit?: Size;
      readonly medium?: 'Memory';
    } = {},
    /** What Kubernetes would refuse of it. */
    readonly problem?: InvalidPropDetails,
  ) {}

  /** The volume in a folder of a container. @param path absolute */
  at(path: string, options: MountOptions = {}): Mount {
    return { volume: this, path, ...options };
  }

  /** The raw device of a claim, which the program formats itself. @param path absolute */
  asDevice(path: string): Mount {
    return { volume: this, path, as: 'device' };
  }

  /** The volume as a Pod holds it. */
  manifest(): k8s.Volume {
    return { name: this.name, ...this.source };
  }
}

function nameWrong(prop: string, got: string | undefined): InvalidPropDetails | undefined {
  const rule = got === undefined ? undefined : nameProblem('ConfigMap', got);
  return rule ? { prop, got, rule, mend: 'name one of the same namespace' } : undefined;
}
