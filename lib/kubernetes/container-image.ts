/** An image as a container runs it. */
export interface ContainerImage {
  /** Registry, repository and tag or digest: `registry.example/team/app:v4`. */
  readonly reference: string;
  /** When the kubelet asks the registry again. `IfNotPresent` fits tags that never move. */
  readonly pullPolicy: 'Always' | 'IfNotPresent' | 'Never';
  /** Secret of type `kubernetes.io/dockerconfigjson` in the Pod's namespace. It is referred to, never written here. */
  readonly pullSecret?: string;
}

/** What an image that is named in full is run with, beside its reference. */
export interface ImageOptions {
  /**
   * When the kubelet asks the registry again.
   *
   * @default 'IfNotPresent'
   */
  readonly pullPolicy?: ContainerImage['pullPolicy'];

  /**
   * Secret of type `kubernetes.io/dockerconfigjson` in the Pod's namespace.
   *
   * @default - the registry asks for none
   */
  readonly pullSecret?: string;
}

/** An image by its whole reference: `registry.example/team/app:v4`. What releases.json says to run comes from the environment. */
export function imageFrom(
  reference: string,
  { pullPolicy = 'IfNotPresent', pullSecret }: ImageOptions = {},
): ContainerImage {
  return { reference, pullPolicy, pullSecret };
}

/** Parts of an image reference. */
export interface ImageParts {
  /** Registry host, where none is written `docker.io` is meant. */
  readonly registry: string;
  /** Path in the registry. */
  readonly repository: string;
  /** What people call the version. */
  readonly tag?: string;
  /** What the version is: `sha256:` and 64 hexadecimal digits. It wins over the tag. */
  readonly digest?: string;
}

/**
 * Registry host and path of a repository. By the rule of container references the first segment is a host when it holds
 * a dot or a colon, or is `localhost`; otherwise the path is one in `registry`.
 *
 * @source distribution/reference@0.6 normalize.go splitDockerDomain
 */
export function repositoryIn(
  registry: string,
  repository: string,
): { readonly registry: string; readonly repository: string } {
  const [first = '', ...rest] = repository.split('/');
  const named = rest.length > 0 && (/[.:A-Z]/.test(first) || first === 'localhost');
  return named ? { registry: first, repository: rest.join('/') } : { registry, repository };
}

/** The reference that a container takes. */
export function imageReference({ registry, repository, tag, digest }: ImageParts): string {
  return `${registry}/${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`;
}

const REFERENCE = /^([^@]+?)(?::(\w[\w.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$/;
/** A registry: labels of a host name or an IPv6 address, and a port. */
const HOST = /^([a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*|\[[a-f\d:]+\])(:\d+)?$/i;
const REPOSITORY = /^(?!.{256})[a-z\d]+((\.|_|__|-+)[a-z\d]+)*(\/[a-z\d]+((\.|_|__|-+)[a-z\d]+)*)*$/;

/** What people call the version that an image reference names; nothing where it has a digest alone. */
export function containerImageTag(reference: string): string | undefined {
  return REFERENCE.exec(reference)?.[2];
}

/**
 * Says why this reference runs nothing, or not always the same; nothing where it does.
 *
 * @source distribution/reference@0.6 regexp.go: the grammar that the kubelet holds it to; the API server takes any text
 */
export function imageProblem(reference: string): string | undefined {
  const match = REFERENCE.exec(reference);
  const [, name = '', tag, digest] = match ?? [];
  const { registry, repository } = repositoryIn('', name);
  if ((registry !== '' && !HOST.test(registry)) || !REPOSITORY.test(repository)) {
    return 'must be an image reference: registry/repository:tag, the repository in lower case';
  }
  if (tag === undefined && digest === undefined) return 'must have a tag or a digest: without one it means "latest"';
  if (tag === 'latest' && digest === undefined) return 'must not be "latest", which is another image each day';
  return undefined;
}
