import { identityOf } from '../../kubernetes/identity';
import type { Manifest } from '../../kubernetes/manifest';
import { manifestFieldList, manifestFieldText } from '../../kubernetes/manifest-field';
import { podRunBy } from '../../kubernetes/pod-of';
import type { Deployed } from './deployed';
import { type ObjectKey, objectKey, objectKeyText } from './object-key';

/** A container that runs another image. */
export interface ImageChange {
  readonly object: ObjectKey;
  readonly container: string;
  /** Nothing where the container is new. */
  readonly before: string | undefined;
  /** Nothing where it is gone. */
  readonly after: string | undefined;
}

/** Which containers run other images, those that come and go included. */
export function imageChanges({ before, after }: Deployed): ImageChange[] {
  const [old, now] = [imagesOf(before), imagesOf(after)];
  const changes = [...new Map([...old, ...now])].flatMap(([key, { object, container }]) => {
    const [from, to] = [old.get(key)?.image, now.get(key)?.image];
    return from === to ? [] : [{ object, container, before: from, after: to }];
  });
  return changes.filter((change) => !changes.some((other) => isRenamed(change, other) || isRenamed(other, change)));
}

/** A container of another name that runs the same. */
function isRenamed(gone: ImageChange, added: ImageChange): boolean {
  const isSameObject = objectKeyText(gone.object) === objectKeyText(added.object);
  return isSameObject && gone.after === undefined && added.before === undefined && gone.before === added.after;
}

interface RunImage {
  readonly object: ObjectKey;
  readonly container: string;
  readonly image: string | undefined;
}

function imagesOf(objects: readonly Manifest[]): Map<string, RunImage> {
  return new Map(
    objects.flatMap((object) => {
      const spec = podRunBy(object)?.spec;
      const containers = ['initContainers', 'containers'].flatMap((list) => manifestFieldList(spec, list));
      return containers.map((one): [string, RunImage] => {
        const container = manifestFieldText(one, 'name') ?? '';
        const image = manifestFieldText(one, 'image');
        return [`${identityOf(object)} ${container}`, { object: objectKey(object), container, image }];
      });
    }),
  );
}
