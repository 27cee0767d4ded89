import type { Size } from 'cdk8s';
import type { k8s } from '../../kubernetes/k8s';
import { sizeQuantity } from '../../kubernetes/quantity';

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

/** Which keys become which files: `{ 'app.conf': 'conf.d/app.conf' }`; all of them under their own names where left out. */
export interface KeyFiles {
  /**
   * Path in the volume by key.
   *
   * @default - every key, under its own name
   */
  readonly files?: Readonly<Record<string, string>>;

  /**
   * Permissions of the files.
   *
   * @default 0o444
   */
  readonly mode?: number;
}

/** What left-out options become. */
export const DEFAULTS = { mode: 0o444 } as const;

/** What a path on a node must be before the Pod starts. */
export type HostPathType =
  | 'Directory'
  | 'DirectoryOrCreate'
  | 'File'
  | 'FileOrCreate'
  | 'Socket'
  | 'CharDevice'
  | 'BlockDevice';

/** A part of a projected volume. */
export type ProjectedSource =
  | ({ readonly configMap: string } & KeyFiles)
  | ({ readonly secret: string } & KeyFiles)
  | { readonly podFields: Readonly<Record<string, string>> }
  | { readonly serviceAccountToken: { readonly audience: string; readonly expiration: number; readonly file: string } };

/**
 * A disk, or what looks like one, of a Pod. It is given to the containers that see it: two that mount the same one share
 * it, and one that nobody mounts cannot be.
 *
 * @example
 * const work = Volume.emptyDir('work', { sizeLimit: Size.mebibytes(100) });
 * const containers = [{ ..., mounts: [work.at('/work')] }];
 */
export class Volume {
  /** Empty at the start, gone with the Pod. In memory it counts as memory of the containers that write it. */
  static emptyDir(
    name: string,
    { sizeLimit, medium }: { readonly sizeLimit: Size; readonly medium?: 'Memory' },
  ): Volume {
    return new Volume(name, { emptyDir: { sizeLimit: sizeQuantity(sizeLimit), medium } }, { sizeLimit, medium });
  }

  /**
   * A path of the node that the Pod runs on. It stays there when the Pod goes elsewhere, and Pod Security "baseline"
   * forbids it: for agents of a node.
   */
  static hostPath(name: string, path: string, type: HostPathType): Volume {
    return new Volume(name, { hostPath: { path, type } }, { host: true });
  }

  /** The keys of a ConfigMap as files, read-only. */
  static configMap(name: string, configMap: string, options: KeyFiles = {}): Volume {
    const { mode = DEFAULTS.mode } = options;
    const spec = { configMap: { name: configMap, defaultMode: mode, items: items(options) } };
    return new Volume(name, spec, { readOnly: true });
  }

  /** The keys of a Secret as files, read-only. */
  static secret(name: string, secret: string, options: KeyFiles = {}): Volume {
    const { mode = DEFAULTS.mode } = options;
    const spec = { secret: { secretName: secret, defaultMode: mode, items: items(options) } };
    return new Volume(name, spec, { readOnly: true });
  }

  /** Config, secrets, fields of the Pod and tokens in one folder, read-only. */
  static projected(name: string, sources: readonly ProjectedSource[]): Volume {
    const spec = { projected: { sources: sources.map(projection), defaultMode: DEFAULTS.mode } };
    return new Volume(name, spec, { readOnly: true });
  }

  /** Fields of the Pod as files, by file name: `{ labels: 'metadata.labels' }`. */
  static podFields(name: string, fields: Readonly<Record<string, string>>): Volume {
    const spec = { downwardApi: { items: podFieldItems(fields), defaultMode: DEFAULTS.mode } };
    return new Volume(name, spec, { readOnly: true });
  }

  /** A PersistentVolumeClaim of the same namespace. */
  static claim(name: string, claimName: string): Volume {
    return new Volume(name, { persistentVolumeClaim: { claimName } }, { claim: true });
  }

  /** A claim that is made with each Pod of a StatefulSet: the name is that of its claim template. */
  static claimTemplate(name: string): Volume {
    return new Volume(name, {}, { claim: true, template: true });
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
      readonly sizeLimit?: Size;
      readonly medium?: 'Memory';
    } = {},
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

function items({ files }: KeyFiles): k8s.KeyToPath[] | undefined {
  return files && Object.entries(files).map(([key, path]) => ({ key, path }));
}

function podFieldItems(fields: Readonly<Record<string, string>>): k8s.DownwardApiVolumeFile[] {
  return Object.entries(fields).map(([path, fieldPath]) => ({ path, fieldRef: { apiVersion: 'v1', fieldPath } }));
}

function projection(source: ProjectedSource): k8s.VolumeProjection {
  if ('configMap' in source) return { configMap: { name: source.configMap, items: items(source) } };
  if ('secret' in source) return { secret: { name: source.secret, items: items(source) } };
  if ('podFields' in source) return { downwardApi: { items: podFieldItems(source.podFields) } };
  const { audience, expiration, file } = source.serviceAccountToken;
  return { serviceAccountToken: { audience, expirationSeconds: expiration, path: file } };
}
