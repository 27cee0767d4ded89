import { aligned } from './aligned';
import type { ReleaseChange } from './change-release';
import { type RequestShares, requestShares, type VersionShares } from './request-shares';

/** What each request from outside gets before and after a change. */
export function sharesText({ objects, provider }: Pick<ReleaseChange, 'objects' | 'provider'>): string[] {
  const rows = relevant(requestShares(objects, provider)).map(({ request, before, after }) => [
    `  ${request}`,
    versionsText(before),
    versionsText(after),
  ]);
  if (rows.length === 0) return ['Requests from outside: none reaches it, or nobody knows how they are divided.'];
  return aligned([[`Requests, by ${provider}`, 'before', 'after'], ...rows]);
}

/** Those of the hosts that something changes for; all of them where nothing does. */
function relevant(all: readonly RequestShares[]): readonly RequestShares[] {
  const hostOf = ({ request }: RequestShares) => request.split('/')[0];
  const hosts = new Set(all.filter(({ before, after }) => versionsText(before) !== versionsText(after)).map(hostOf));
  return hosts.size === 0 ? all : all.filter((shares) => hosts.has(hostOf(shares)));
}

function versionsText(shares: VersionShares): string {
  const [[only, all] = ['', 0]] = shares;
  if (shares.size === 1 && all === 100) return only === '404' ? 'nobody' : only;
  return [...shares].map(([version, percent]) => `${version} ${Math.round(percent * 10) / 10} %`).join(', ');
}
