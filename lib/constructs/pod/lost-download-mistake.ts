import type { ContainerProps } from '../container/container-props';
import type { NamedContainer } from '../container/named-container';
import type { Mistake } from '../mistake';
import type { Pod } from './pod-template';

/** A command that saves what it downloads; one that prints it, throws it away, or only asks whether it is there, does not. */
const SAVES = [
  /\bwget\b(?!.*(--spider|-\w*O ?-|-\w*O ?\/dev\/null|--output-document[= ](-|\/dev\/null)))/,
  /\bcurl\b.*(-\w*O\b|--remote-name|(-\w*o|--output)[= ]?(?!\/dev\/null|-(\s|$))\S)/,
  /\bgit\b.*\bclone\b/,
];

/**
 * An init container that downloads into its own file system, which is gone when it ends: the others never see it. A rule of
 * thumb: it knows wget, curl and git, and takes every volume that it shares with another container for the right one.
 */
export function lostDownloadMistake(pod: Pod): Mistake | undefined {
  const { initContainers = [], sidecars = [], containers = [] } = pod;
  for (const [index, init] of initContainers.entries()) {
    const others = [pod, ...containers, ...sidecars, ...initContainers.filter((other) => other !== init)];
    if (!downloads(init) || keeps(init, others)) continue;
    const { name: got } = init;
    const rule = 'must share a volume with another container: what it downloads is gone when it ends';
    const mend = 'make a Volume.emptyDir, mount it in both by at(...), and download into it';
    return { code: 'LostDownload', prop: `initContainers[${index}].mounts`, got, rule, mend };
  }
  return undefined;
}

function downloads({ command = [], args = [] }: NamedContainer): boolean {
  return [...command, ...args]
    .join(' ')
    .split(/;|&&|\|\||\n/)
    .some((line) => SAVES.some((saves) => saves.test(line)));
}

/** Whether a volume outlives it: another container mounts it too, or it is more than the Pod's. */
function keeps({ mounts = [] }: NamedContainer, others: readonly ContainerProps[]): boolean {
  const shared = new Set(others.flatMap((other) => (other.mounts ?? []).map(({ volume }) => volume.name)));
  return mounts.some(({ volume: { name, traits } }) => traits.claim || traits.host || shared.has(name));
}
