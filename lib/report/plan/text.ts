import picocolors from 'picocolors';
import { isDangerous } from '../../simulators/plan/change';
import { isBlocked, type JudgedChange, type JudgedPlan } from '../../simulators/plan/judged-plan';
import { objectKeyText } from '../../simulators/plan/object-key';
import { VERDICTS, type Verdict } from '../../simulators/plan/verdicts';
import { hanging } from '../hanging';
import { printable } from '../printable';
import { changeLines } from './change-lines';
import { environmentTitle } from './environment-title';
import { factLines } from './fact-lines';
import { planDemand } from './plan-demand';
import type { PlanPaper, PlanReport } from './plan-report';
import { planSummary } from './plan-summary';
import { VERDICT_WORDS } from './verdict-words';

type Colours = ReturnType<typeof picocolors.createColors>;

interface Page extends Omit<PlanPaper, 'colours'> {
  readonly colours: Colours;
}

/** So many harmless changes of a kind are shown in full. */
const MOST_CHANGES = 12;
/** So many lines under a heading of an environment. */
const MOST_FACTS = 8;

/** For people, on call at night say: the dangerous first, each with why and what to do, then what it means for each environment. */
export const text: PlanReport = (plan, paper) => {
  const colours = picocolors.createColors(paper.colours === 'ansi');
  const page = { ...paper, colours };
  const title = `${colours.bold(planSummary(plan))}\n${colours.dim(`applying ${plan.to} over ${plan.against}`)}`;
  const blocks = [
    title,
    ...VERDICTS.flatMap((verdict) => verdictBlock(verdict, plan, page)),
    ...plan.environments.flatMap((environment) => {
      const lines = factLines(environment).flatMap(({ heading, lines }) => factBlock(heading, lines, page));
      return lines.length === 0 ? [] : [[colours.bold(environmentTitle(environment.name)), ...lines].join('\n')];
    }),
    ...closing(plan, page),
  ];
  return `${blocks.join('\n\n')}\n`;
};

function colourOf(verdict: Verdict, { red, yellow, green, cyan }: Colours): (word: string) => string {
  if (verdict === 'refused' || verdict === 'loses-data') return red;
  if (verdict === 'created') return green;
  return verdict === 'changed' ? cyan : yellow;
}

function verdictBlock(verdict: Verdict, plan: JudgedPlan, page: Page): string[] {
  const { colours, lists } = page;
  const changes = plan.changes.filter((change) => change.verdict === verdict);
  if (changes.length === 0) return [];
  const { title, means } = VERDICT_WORDS[verdict];
  const isShort = lists === 'whole' || changes.length <= MOST_CHANGES || changes.some(isDangerous);
  const shown = isShort ? changes : changes.slice(0, MOST_CHANGES);
  const rest = changes.length - shown.length;
  const head = `${colours.bold(colourOf(verdict, colours)(title))}  ${colours.dim(means)}`;
  const more = rest > 0 ? [colours.dim(`  and ${rest} more; --all shows them`)] : [];
  const blocks = shown.flatMap((change, index) => changeBlock(change, shown[index + 1], page));
  return [[head, ...blocks, ...more].join('\n')];
}

/** What to do stands under the last of those that need the same. */
function changeBlock(change: JudgedChange, next: JudgedChange | undefined, page: Page): string[] {
  const { colours, columns, lists } = page;
  const { object, folder, allowed, mend } = change;
  const place = folder === '' ? '' : colours.dim(`  in ${folder}/`);
  const mark = allowed ? colours.yellow('  allowed') : '';
  const lines = changeLines(change, lists).map((line) => `    ${hanging(printable(line), 6, columns)}`);
  const todo =
    mend === undefined || mend === next?.mend ? [] : [`    ${colours.cyan(hanging(printable(mend), 6, columns))}`];
  return [`  ${colours.bold(printable(objectKeyText(object)))}${place}${mark}`, ...lines, ...todo];
}

function factBlock(heading: string, lines: readonly string[], { colours, columns, lists }: Page): string[] {
  const width = 'requests'.length;
  const indent = 2 + width + 2;
  const most = lists === 'whole' || lines.length <= MOST_FACTS ? lines.length : MOST_FACTS;
  const rest = lines.length - most;
  const shown = [...lines.slice(0, most), ...(rest > 0 ? [`and ${rest} more; --all shows them`] : [])];
  return shown.map((line, index) => {
    const head = colours.dim((index === 0 ? heading : '').padEnd(width));
    return `  ${head}  ${factColour(line, colours)(hanging(printable(line), indent, columns))}`;
  });
}

function factColour(line: string, { green, red, reset }: Colours): (text: string) => string {
  if (line.includes('MORE THAN IT HAS')) return red;
  return line.startsWith('+ ') ? green : line.startsWith('- ') ? red : reset;
}

/** What to write to go on all the same; last, where a terminal ends. */
function closing(plan: JudgedPlan, { colours }: Page): string[] {
  const demand = planDemand(plan);
  if (demand === undefined || !isBlocked(plan)) return [];
  const left = plan.changes.filter((change) => isDangerous(change) && !change.allowed);
  const flags = left.map(({ object }) => `  --allow ${printable(objectKeyText(object))}`);
  return [[colours.bold(colours.red(`${demand}:`)), ...flags].join('\n')];
}
