import type picocolors from 'picocolors';
import { isBlueGreen } from '../../environments/is-blue-green';
import type { Manifest } from '../../kubernetes/manifest';
import { aligned } from './aligned';
import type { ReleaseChange } from './change-release';
import { droppedObjects } from './dropped-objects';
import { releaseStatus } from './release-status';
import { sharesText } from './shares-text';
import { textDiff } from './text-diff';

type Colours = ReturnType<typeof picocolors.createColors>;

/** What a command changed, or would change: the file, what each request gets before and after, what comes next. */
export function changeText(change: ReleaseChange, { red, green, bold }: Colours): string {
  const { text, file, order, release } = change;
  const { name } = order.environment;
  if (text.before === text.after) return `${file}: ${name} runs that version of ${order.service} already\n`;
  const diff = textDiff(text.before, text.after).map(({ sign, number, text: line }) =>
    (sign === '-' ? red : green)(`${String(number).padStart(5)} ${sign} ${line}`),
  );
  const blocks = [
    [bold(file), ...diff],
    sharesText(change),
    [bold(`${name} ${order.service}`), ...statusLines(release, order)],
    droppedText(change),
    rollbackText(change),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function statusLines(release: ReleaseChange['release'], order: ReleaseChange['order']): string[] {
  return aligned(releaseStatus(release, order)).map((line) => `  ${line}`);
}

function droppedText({ objects, order }: ReleaseChange): string[] {
  const dropped = droppedObjects(objects.before, objects.after);
  if (dropped.length === 0) return [];
  const named = ({ kind, metadata }: Manifest) => `${kind.toLowerCase()}/${metadata.name}`;
  const namespaces = [...new Set(dropped.map(({ metadata }) => metadata.namespace ?? order.environment.name))];
  return [
    'No longer in dist/, and at work until it is deleted. Argo CD does that; with kubectl, after the apply:',
    ...namespaces.map((namespace) => {
      const own = dropped.filter(({ metadata }) => (metadata.namespace ?? order.environment.name) === namespace);
      return `  kubectl -n ${namespace} delete ${own.map(named).join(' ')}`;
    }),
  ];
}

/** What a rollback brings back beside the image. */
function rollbackText({ action, release, order }: ReleaseChange): string[] {
  const config = isBlueGreen(release) ? release[release.releasing ?? release.live]?.config : release.config;
  if (action !== 'rollback' || !config) return [];
  const keys = Object.keys(config).join(', ');
  return [`It runs with the config that it ran with (${keys}), in place of that of ${order.environment.name} now.`];
}
