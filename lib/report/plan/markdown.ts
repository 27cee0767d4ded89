import { isDangerous } from '../../simulators/plan/change';
import { isBlocked, type JudgedChange, type JudgedPlan } from '../../simulators/plan/judged-plan';
import { objectKeyText } from '../../simulators/plan/object-key';
import type { EnvironmentPlan } from '../../simulators/plan/plan';
import { VERDICTS, type Verdict } from '../../simulators/plan/verdicts';
import { printable } from '../printable';
import { changeLines } from './change-lines';
import { environmentTitle } from './environment-title';
import { factLines } from './fact-lines';
import { planDemand } from './plan-demand';
import type { PlanReport } from './plan-report';
import { planSummary } from './plan-summary';
import { VERDICT_WORDS } from './verdict-words';

/** GitHub cuts a comment at 65,536 characters: longer details are left out, and said to be. */
const MOST_CHARACTERS = 60_000;
/** So many objects of a kind of change are listed. */
const MOST_ROWS = 100;

/** For a pull request: the summary and what is dangerous in sight, all else one click away. */
export const markdown: PlanReport = (plan) => {
  const visible = [
    `### Plan: ${escaped(planSummary(plan))}`,
    `Applying ${escaped(plan.to)} over ${escaped(plan.against)}.`,
    ...warning(plan),
    ...VERDICTS.filter((verdict) => isLoud(verdict)).flatMap((verdict) => section(verdict, plan)),
  ];
  const details = [
    ...VERDICTS.filter((verdict) => !isLoud(verdict)).flatMap((verdict) => section(verdict, plan)),
    ...plan.environments.flatMap(environmentSection),
  ];
  return `${withinLimit(visible, details).join('\n\n')}\n`;
};

const isLoud = (verdict: Verdict) => isDangerous({ verdict });

function warning(plan: JudgedPlan): string[] {
  const demand = planDemand(plan);
  if (demand === undefined || !isBlocked(plan)) return [];
  const left = plan.changes.filter((change) => isDangerous(change) && !change.allowed);
  const flags = left.slice(0, MOST_ROWS).map(({ object }) => `> \`--allow ${code(objectKeyText(object))}\``);
  return [['> [!CAUTION]', `> ${demand}:`, '>', ...flags.join('\n>\n').split('\n')].join('\n')];
}

function section(verdict: Verdict, plan: JudgedPlan): string[] {
  const changes = plan.changes.filter((change) => change.verdict === verdict);
  if (changes.length === 0) return [];
  const { title, means } = VERDICT_WORDS[verdict];
  const table = ['| object | what happens |', '| --- | --- |', ...rows(changes)].join('\n');
  const head = `${title} (${changes.length})`;
  if (isLoud(verdict)) return [`#### ${head}`, `${means}.`, table];
  return [details(`${head}: ${means}`, table)];
}

function rows(changes: readonly JudgedChange[]): string[] {
  const rest = changes.length - MOST_ROWS;
  return [
    ...changes.slice(0, MOST_ROWS).map(row),
    ...(rest > 0 ? [`| and ${rest} more | see the plan in the log |`] : []),
  ];
}

function row(change: JudgedChange): string {
  const { object, folder, allowed, mend } = change;
  const place = folder === '' ? '' : ` in ${escaped(folder)}/`;
  const lines = changeLines(change, 'folded').map(cell);
  const todo = mend === undefined ? [] : [`**${cell(mend)}**`];
  const mark = allowed ? '<br>allowed' : '';
  return `| \`${code(objectKeyText(object))}\`${place}${mark} | ${[...lines, ...todo].join('<br>') || 'new'} |`;
}

function environmentSection(environment: EnvironmentPlan): string[] {
  const facts = factLines(environment);
  if (facts.length === 0) return [];
  const lists = facts.map(({ heading, lines }) =>
    [
      `**${heading}**`,
      '',
      ...lines.map((line) => `- ${escaped(line.replace(/^([+-]) /, (_, sign) => (sign === '+' ? '🟢 ' : '🔴 ')))}`),
    ].join('\n'),
  );
  const counts = facts.map(({ heading, lines }) => `${heading} (${lines.length})`).join(', ');
  return [details(`${environmentTitle(environment.name)}: ${counts}`, lists.join('\n\n'))];
}

function details(summary: string, content: string): string {
  return `<details><summary>${escaped(summary)}</summary>\n\n${content}\n\n</details>`;
}

function withinLimit(visible: readonly string[], details: readonly string[]): string[] {
  let room = MOST_CHARACTERS - visible.join('\n\n').length;
  const kept = details.filter((block) => {
    room -= block.length + 2;
    return room > 0;
  });
  const left = details.length - kept.length;
  return [
    ...visible,
    ...kept,
    ...(left > 0 ? [`${left} more sections are too long for a comment: see the plan in the log.`] : []),
  ];
}

/** Text that GitHub shows as it is: no markup, no mention, no reference. */
function escaped(text: string): string {
  return printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replace(/[@#](?=\w)/g, '$&\u200b');
}

function cell(text: string): string {
  return escaped(text).replace(/\n/g, ' ');
}

/** Text between backticks. */
function code(text: string): string {
  return printable(text).replace(/[`|]/g, '\ufffd');
}
