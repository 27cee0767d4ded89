/** One of the five fields of a schedule. */
export interface CronFieldKind {
  /** What it counts, with its article: `a minute`, `a day of month`. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Words for its values, from the least on. */
  readonly words: readonly string[];
}

/** What a field lets happen. */
export interface CronField {
  readonly values: ReadonlySet<number>;
  /** Whether it is `*`, which leaves the choice of days to the other field of days. With a step it is not. */
  readonly any: boolean;
}

/** Why a text is no schedule. */
export interface CronProblem {
  /** The rule that it breaks: "must ...". */
  readonly rule: string;
  /** What to write instead. */
  readonly mend: string;
}

const WHOLE = /^\d+$/;

/**
 * The values that a field of a schedule means: `5`, `1-5`, `*`, `0-30/10`, and lists of these.
 *
 * It takes what Kubernetes takes, but for a range that begins with `*` and a step past the end, which would not mean what
 * they say: every 90th minute is minute 0 of every hour.
 *
 * @source robfig/cron@3.0.1 parser.go getField, getRange
 */
export function cronField(text: string, kind: CronFieldKind): CronField | CronProblem {
  const items = text.split(',').filter((item) => item !== '');
  if (items.length === 0) return unreadable(text, kind);
  const values = new Set<number>();
  let any = false;
  for (const item of items) {
    const range = rangeOf(item, kind);
    if ('rule' in range) return range;
    for (let value = range.start; value <= range.end; value += range.step) values.add(value);
    any ||= range.any && range.step === 1;
  }
  return { values, any };
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly any: boolean;
}

function rangeOf(item: string, kind: CronFieldKind): Range | CronProblem {
  const [bounds = '', stepText, ...moreSteps] = item.split('/');
  const [from = '', to, ...moreBounds] = bounds.split('-');
  const any = from === '*' || from === '?';
  if (moreSteps.length + moreBounds.length > 0 || (any && to !== undefined)) return unreadable(item, kind);
  const { name, least, most } = kind;
  const start = any ? least : numberOf(from, kind);
  const toTheEnd = any || (to === undefined && stepText !== undefined); // "5/10" is 5-59/10
  const last = toTheEnd ? most : numberOf(to ?? from, kind);
  const step = numberOf(stepText ?? '1', { ...kind, words: [] });
  if (start === undefined || last === undefined || step === undefined) return unreadable(item, kind);
  const outside = [start, last].find((value) => value < least || value > most);
  if (outside !== undefined) return outOfRange(outside, kind);
  if (start > last) {
    const mend = `write "${start}-${most},${least}-${last}" if it goes over the end`;
    return { rule: `must have ${name} that is a rising range, not "${item}"`, mend };
  }
  if (step < 1 || step > most - least + 1) {
    const mend = 'name the values, or write "@every" and a time such as "90m"';
    return { rule: `must have ${name} with a step from 1 to ${most - least + 1}, not "${item}"`, mend };
  }
  return { start, end: last, step, any };
}

function numberOf(text: string, { least, words }: CronFieldKind): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return least + word;
  return WHOLE.test(text) ? Number(text) : undefined;
}

function outOfRange(value: number, { name, least, most, words }: CronFieldKind): CronProblem {
  const sunday = value === 7 && words[0] === 'sun';
  const spelled = words.length > 0 ? ` or ${words[0]} to ${words.at(-1)}` : '';
  const mend = sunday ? 'write 0 or sun for Sunday' : `give ${name} that there is`;
  return { rule: `must have ${name} from ${least} to ${most}${spelled}, not ${value}`, mend };
}

function unreadable(text: string, { name, least, words }: CronFieldKind): CronProblem {
  const spelled = words.length > 0 ? `, a name such as "${words[1]}"` : '';
  const rule = `must have ${name} that is "*", a number${spelled}, a range or a list, not "${text}"`;
  return {
    rule,
    mend: `write it as "${least + 1}", "${least + 1}-${least + 4}", "*/2" or "${least + 1},${least + 3}"`,
  };
}
