import { countsOf, groupOf, type Compared } from './compare';
import type { Change } from './mutations';

interface ReportOptions {
  readonly by: 'message' | 'path';
  /** How many examples of each group. */
  readonly show: number;
  /** How many groups, the largest first. */
  readonly groups: number;
}

/** The counts of all, and some of them in groups, for people. */
export function report(compared: readonly Compared[], shown: readonly Compared[], options: ReportOptions): string {
  const { refused, missed, accepted, falseErrors, known, excluded, found, alarms } = countsOf(compared);
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  return [
    `refused by the server ${refused}: found ${refused - missed} (${percent(found)}), missed ${missed}`,
    `accepted by the server ${accepted}: called errors ${falseErrors} (${percent(alarms)})`,
    `not counted: ${known} known differences, ${excluded} excluded`,
    ...reasons(compared),
    ...section('MISSED', 'missed', shown, options),
    ...section('FALSE ERRORS', 'false error', shown, options),
    ...section('FOUND', 'agreed: refused', shown, options),
  ].join('\n');
}

function reasons(compared: readonly Compared[]): readonly string[] {
  return sorted(group(compared, ({ why }) => why ?? '')).flatMap(([why, members]) =>
    why === '' ? [] : [`  ${members.length} ${why}`],
  );
}

function section(
  title: string,
  outcome: Compared['outcome'],
  compared: readonly Compared[],
  { by, show, groups }: ReportOptions,
): readonly string[] {
  const disagreed = compared.filter((one) => one.outcome === outcome);
  const all = sorted(group(disagreed, (one) => groupOf(one, by)));
  const lines = all
    .slice(0, groups)
    .flatMap(([name, members]) => [`${members.length}  ${name}`, ...members.slice(0, show).flatMap(example)]);
  const rest = all.length > groups ? [`... and ${all.length - groups} more groups (--groups N)`] : [];
  if (disagreed.length === 0) return [];
  return ['', `${title}: ${disagreed.length} in ${all.length} groups`, ...lines, ...rest];
}

function example({ kind, seed, changes, verdict, errors }: Compared): readonly string[] {
  return [
    `     ${kind} from ${seed}`,
    ...changes.map((change) => `       ${showChange(change)}`),
    ...(verdict.accepted ? [] : [`       server: ${short(verdict.message ?? '', 400)}`]),
    ...errors.map(({ code, path, message }) => `       ours: ${code} ${path} ${short(message, 200)}`),
  ];
}

function showChange({ what, path, before, after }: Change): string {
  return `${what}: ${path}: ${short(show(before), 160)} -> ${short(show(after), 240)}`;
}

function show(value: unknown): string {
  return value === undefined ? '(nothing)' : JSON.stringify(value);
}

function short(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}...`;
}

function group<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const members = groups.get(name);
    if (members) members.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** The largest group first. */
function sorted<T>(groups: ReadonlyMap<string, readonly T[]>): readonly (readonly [string, readonly T[]])[] {
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}
