import { didYouMean } from '../values/did-you-mean';
import { isGoDuration } from './duration';
import { remember } from '../values/remember';

const MACROS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'] as const;

/** When a CronJob runs: minute, hour, day of month, month and day of week (`'15 3 * * *'`), or a word such as `'@daily'`. */
export type CronSchedule =
  `${string} ${string} ${string} ${string} ${string}` | (typeof MACROS)[number] | `@every ${string}`;

/**
 * What is wrong with a schedule, as a phrase that continues `<prop> "<value>" `, or undefined.
 *
 * Refuses what Kubernetes refuses (`ParseStandard` of github.com/robfig/cron/v3, and a time zone in the schedule), and a schedule
 * that Kubernetes takes but that never comes round, such as the 31st of February.
 *
 * @example cronProblem('0 0 * * 7') // 'has 7 for the day of week, which is 0 to 6 or sun to sat: write 0 for Sunday'
 * @example cronProblem('0 0 31 2 *') // 'never runs: no month that it names has such a day'
 */
export function cronProblem(schedule: string): string | undefined {
  return cronSyntaxProblem(schedule) ?? neverRunsProblem(schedule);
}

/** The same, of what Kubernetes refuses only. */
export function cronSyntaxProblem(schedule: string): string | undefined {
  const read = readSchedule(schedule);
  return typeof read === 'string' ? read : undefined;
}

/** The same, of what Kubernetes takes and what never comes round. */
export const neverRunsProblem = remember((schedule: string): string | undefined => {
  const read = readSchedule(schedule);
  return typeof read === 'string' ? undefined : neverRuns(read);
});

/** All that has the property White_Space in Unicode, which is slow to read as `\p{White_Space}`. */
const WHITE_SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** The fields of a schedule, none for a word such as `@daily`, or what is wrong with it. */
const readSchedule = remember((schedule: string): readonly Times[] | string => {
  if (schedule === '') return 'is empty: write five fields, such as "15 3 * * *", or a word such as "@daily"';
  if (schedule.includes('TZ')) return 'names a time zone: leave it out here and set timeZone';
  if (schedule.startsWith('@')) return macroProblem(schedule) ?? [];
  const texts = schedule.split(WHITE_SPACE).filter((text) => text !== '');
  if (texts.length !== FIELDS.length) return countProblem(texts);
  const read = texts.map((text, index) => readField(text, FIELDS[index] as Field)); // as many texts as FIELDS, just checked
  const problem = read.find((field) => typeof field === 'string');
  return problem ?? (read as readonly Times[]); // find() saw no string
});

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** The words for `min`, `min + 1` and so on. */
  readonly words: readonly string[];
  /** What people write instead of a number that the field has, and what they should. */
  readonly slips: ReadonlyMap<string, string>;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly Field[] = [
  { name: 'minute', min: 0, max: 59, words: [], slips: new Map([['60', 'write 0 for the full hour']]) },
  { name: 'hour', min: 0, max: 23, words: [], slips: new Map([['24', 'write 0 for midnight']]) },
  { name: 'day of month', min: 1, max: 31, words: [], slips: new Map([['0', 'write 1 for the first']]) },
  { name: 'month', min: 1, max: 12, words: MONTHS, slips: new Map([['0', 'write 1 for January']]) },
  { name: 'day of week', min: 0, max: 6, words: DAYS, slips: new Map([['7', 'write 0 for Sunday']]) },
];

/** What a field stands for. A `*` in the day of month or the day of week leaves the choice of the day to the other one. */
interface Times {
  readonly values: ReadonlySet<number>;
  readonly star: boolean;
}

function readField(text: string, field: Field): Times | string {
  const values = new Set<number>();
  let star = false;
  for (const range of text.split(',').filter((part) => part !== '')) {
    const read = readRange(range, field);
    if (typeof read === 'string') return read;
    for (const value of read.values) values.add(value);
    star ||= read.star;
  }
  return { values, star };
}

/** One of `*`, `?`, `3`, `jan`, `3-5`, each also with `/step`. After a `*` robfig/cron reads no further than the step. */
function readRange(text: string, field: Field): Times | string {
  const [span = '', stepText, ...moreSteps] = text.split('/');
  const [lowText = '', highText, ...moreRanges] = span.split('-');
  const star = lowText === '*' || lowText === '?';
  const step = stepText === undefined ? 1 : wholeNumber(stepText);
  if (moreSteps.length > 0) return `has "${text}" for the ${field.name}: write one "/" and a step, such as "*/5"`;
  if (step === undefined || step === 0) {
    return `has the step "${stepText ?? ''}" for the ${field.name}: write a whole number from 1`;
  }
  if (moreRanges.length > 0 && !star) {
    return `has "${text}" for the ${field.name}: write a list with commas, such as "1,2,3"`;
  }
  const low = star ? field.min : valueOf(lowText, field);
  const lastText = star ? String(field.max) : (highText ?? (stepText === undefined ? lowText : String(field.max)));
  const high = valueOf(lastText, field);
  if (typeof low === 'string') return low;
  if (typeof high === 'string') return high;
  if (low > high) {
    const twoRanges = `${low}-${field.max},${field.min}-${high}`;
    return `has "${span}" for the ${field.name}, which ends before it begins: write "${twoRanges}"`;
  }
  const values = new Set<number>();
  for (let value = low; value <= high; value += step) values.add(value);
  return { values, star: star && step === 1 };
}

function valueOf(text: string, field: Field): number | string {
  const word = field.words.indexOf(text.toLowerCase());
  const value = word >= 0 ? field.min + word : wholeNumber(text);
  if (value !== undefined && value >= field.min && value <= field.max) return value;
  const [first, last] = [field.words[0], field.words.at(-1)];
  const range = `${field.min} to ${field.max}${first === undefined || last === undefined ? '' : ` or ${first} to ${last}`}`;
  return `has ${value ?? `"${text}"`} for the ${field.name}, which is ${range}${wayOut(text, field)}`;
}

function wayOut(text: string, field: Field): string {
  const slip = field.slips.get(text);
  if (slip !== undefined) return `: ${slip}`;
  const owner = FIELDS.find(({ words }) => words.includes(text.toLowerCase()));
  if (owner) return `: "${text}" is a ${owner.name}, the ${owner.words === MONTHS ? 'fourth' : 'fifth'} field`;
  if (/^(L|LW|\d+W|[\dA-Z]+L|[\dA-Z]+#\d)$/i.test(text)) {
    return ': L, W and # are words of Quartz; list the days, and let the job look at the date';
  }
  const meant = didYouMean(text.slice(0, 3), field.words);
  return meant === undefined ? '' : `: did you mean "${meant}"`;
}

function wholeNumber(text: string): number | undefined {
  return /^\+?\d+$/.test(text) && BigInt(text) < 2n ** 63n ? Number(text) : undefined;
}

const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day runs when it is in both day fields if one of them has a `*`, or else in either. */
function neverRuns([minute, hour, day, month, weekday]: readonly Times[]): string | undefined {
  if (!minute || !hour || !day || !month || !weekday) return undefined;
  const longest = Math.max(...[...month.values].map((value) => MONTH_LENGTHS[value - 1] ?? 0));
  const onDays = Math.min(...day.values) <= longest;
  const onWeekdays = weekday.values.size > 0;
  const runs = day.star || weekday.star ? onDays && onWeekdays : onDays || onWeekdays;
  if (runs && [minute, hour, month].every(({ values }) => values.size > 0)) return undefined;
  const empty = [minute, hour, day, month, weekday].some(({ values }) => values.size === 0);
  return empty
    ? 'never runs: a field of nothing but commas names no time; write "*" for every one'
    : 'never runs: no month that it names has such a day';
}

function countProblem(texts: readonly string[]): string {
  const want = 'write minute, hour, day of month, month and day of week, such as "15 3 * * *"';
  const macro = texts.length === 1 ? didYouMean(`@${texts[0] ?? ''}`, MACROS) : undefined;
  if (macro !== undefined) return `is not a schedule: did you mean "${macro}"`;
  if (texts.length === 6) return 'has 6 fields: there are no seconds, so leave out the first';
  if (texts.length === 7) return 'has 7 fields: there are no seconds and no years, so leave out the first and the last';
  return `has ${texts.length} ${texts.length === 1 ? 'field' : 'fields'} instead of 5: ${want}`;
}

function macroProblem(schedule: string): string | undefined {
  if ((MACROS as readonly string[]).includes(schedule)) return undefined;
  const every = /^@every (.*)$/su.exec(schedule)?.[1];
  if (every !== undefined) return isGoDuration(every) ? undefined : everyProblem(every);
  if (schedule === '@reboot') return 'has no meaning in a cluster: run a Job, or name a time';
  const meant = didYouMean(schedule.trim(), [...MACROS, '@every']);
  const words = `${MACROS.slice(0, -1).join(', ')}, @hourly, or "@every " and a duration`;
  return meant === undefined || meant === '@every'
    ? `is not one of ${words}`
    : `is not a schedule: did you mean "${meant}"`;
}

function everyProblem(duration: string): string {
  const days = /^(\d+)d$/.exec(duration.trim())?.[1];
  const example = days === undefined ? '1h30m' : `${Number(days) * 24}h`;
  return `has no duration after "@every ": write hours, minutes and seconds, such as "@every ${example}"`;
}
