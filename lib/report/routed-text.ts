import picocolors from 'picocolors';
import { type Answer, placeOfShare, type Reason, type Share } from '../simulators/canary/answer';
import { percentOf } from '../simulators/canary/fraction';
import type { HttpRequest } from '../simulators/canary/http-request';
import type { Routed } from '../simulators/canary/routed';
import { hanging } from './hanging';
import { printable } from './printable';
import type { Paper } from './report';

type Colours = ReturnType<typeof picocolors.createColors>;

/** Width of the longest verdict, and of the longest part. */
const VERDICT_WIDTH = 'ignored'.length;
const PART_WIDTH = '100 %'.length;

/** What the proxy says for itself. */
const STATUSES: Readonly<Record<number, string>> = {
  404: 'nobody: 404, there is no route for it',
  500: 'nobody: 500, the route sends to nothing that is there',
  503: 'nobody: 503, the Service has no endpoints',
};

/** For people: the request, and for each proxy who gets it, and why. */
export function routedText({ request, answers }: Routed, { colours: kind, columns }: Paper): string {
  const colours = picocolors.createColors(kind === 'ansi');
  const blocks = answers.map(({ provider, answer }) =>
    [
      colours.bold(provider),
      ...answer.shares.map((share) => shareLine(share, colours)),
      '',
      ...reasonLines(answer, { colours, columns }),
    ].join('\n'),
  );
  return `${[printable(requestLine(request)), ...blocks].join('\n\n')}\n`;
}

function requestLine({ scheme = 'http', host, path, method = 'GET', headers = {}, session }: HttpRequest): string {
  const sent = Object.entries(headers).map(([name, value]) => `\n  ${name}: ${value}`);
  const held = session === undefined ? '' : `\n  (with the session cookie of ${session})`;
  return `${method} ${scheme}://${host}${path}${sent.join('')}${held}`;
}

function shareLine(share: Share, { green, red, cyan }: Colours): string {
  const part = `${Number(percentOf(share.part).toFixed(2))} %`.padStart(PART_WIDTH);
  if (!('status' in share.to)) return `  ${part}  ${green(printable(placeOfShare(share)))}`;
  const { status } = share.to;
  const words = status < 400 ? cyan(`nobody: ${status}, a redirect`) : red(STATUSES[status] ?? `nobody: ${status}`);
  return `  ${part}  ${words}`;
}

interface Page {
  readonly colours: Colours;
  readonly columns?: number;
}

function reasonLines({ why }: Answer, { colours, columns }: Page): string[] {
  const width = Math.max(...why.map(({ object }) => object.length));
  const indent = 2 + VERDICT_WIDTH + 2 + width + 2;
  return why.map(({ object, verdict, text }) => {
    const title = printable(object).padEnd(width);
    const line = `  ${colour(verdict, colours)(verdict.padEnd(VERDICT_WIDTH))}  ${title}  `;
    return line + hanging(printable(text), indent, columns);
  });
}

function colour(verdict: Reason['verdict'], { green, dim, yellow }: Colours): (word: string) => string {
  return { takes: green, passes: dim, ignored: yellow, either: yellow }[verdict];
}
