import type { Manifest } from '../../kubernetes/manifest';
import { configStem } from './config-stem';
import type { Deployed } from './deployed';
import { isKept } from './is-kept';
import { keyChanges } from './key-changes';
import { lostWith } from './lost-with';
import { objectKey, objectKeyText } from './object-key';
import { type Pair, pairs } from './pairs';
import type { ServedApi } from './served-api';
import { type ObjectChange, updateChange } from './update-change';

const STAYS = 'kubectl apply leaves it in the cluster, Argo CD prunes it';
const NOTHING = { fields: [], because: [], newRevision: false } as const;

/** A change, and the object that it is about: the new one, or the one that goes. */
export interface ChangedObject {
  readonly change: ObjectChange;
  readonly object: Manifest;
}

/** What happens to each object on the way from one state to another; nothing of those that stay as they are. */
export function objectChanges(deployed: Deployed, api: ServedApi): ChangedObject[] {
  const { same, renamed, newVersions, created, removed } = pairs(deployed);
  return [
    ...same.flatMap((pair) => {
      const change = updateChange(pair, deployed, api);
      return change ? [{ change, object: pair.after }] : [];
    }),
    ...newVersions.map((pair) => ({ change: newVersion(pair), object: pair.after })),
    ...renamed.map((pair) => ({ change: renaming(pair), object: pair.after })),
    ...created.map((object): ChangedObject => {
      return { change: { ...NOTHING, verdict: 'created', object: objectKey(object) }, object };
    }),
    ...removed.map((object) => ({ change: removal(object), object })),
  ];
}

function newVersion({ before, after }: Pair): ObjectChange {
  const keys = keyChanges(before, after).join('; ');
  const old = before.metadata.name ?? '';
  const stays = isKept(before) ? `${old} stays for a rollback` : `${old}: ${STAYS}`;
  const because = [`new version of ${configStem(old)}: ${keys}`, stays];
  return { ...NOTHING, verdict: 'created', object: objectKey(after), because };
}

function renaming({ before, after }: Pair): ObjectChange {
  const [from, object] = [objectKey(before), objectKey(after)];
  const lost = lostWith(before);
  const because = [
    ...(lost ? [`of ${objectKeyText(from)} ${lost}`] : []),
    `was ${objectKeyText(from)}: kubectl apply leaves that one in the cluster, Argo CD prunes it`,
  ];
  const mend =
    from.namespace === object.namespace
      ? 'keep the old name: moved(this, { from, to }) in the chart, with the ids before and after'
      : 'keep the namespace, or see that what refers to it follows';
  return { ...NOTHING, verdict: lost ? 'loses-data' : 'replaced', object, from, because, mend };
}

function removal(object: Manifest): ObjectChange {
  const lost = lostWith(object);
  const shared = { ...NOTHING, object: objectKey(object) };
  if (lost) return { ...shared, verdict: 'loses-data', because: [`nothing deploys it any more: ${STAYS}`, lost] };
  const because = isKept(object) ? 'nothing deploys it any more, and it is told to stay' : STAYS;
  return { ...shared, verdict: 'removed', because: [because] };
}
