import type { Issue } from '../../../src/validate/issue';
import { validate } from '../../../src/validate/validate';
import type { Cause } from './ask';
import { whyExcluded } from './excluded';
import { knownDifference } from './known-differences';
import type { Judged } from './verdicts';

/** How validate() and the server agree about one mutant. */
export type Outcome = 'agreed: refused' | 'agreed: accepted' | 'missed' | 'false error' | 'known' | 'excluded';

export interface Compared extends Judged {
  readonly outcome: Outcome;
  /** What validate() found, errors only. */
  readonly errors: readonly Issue[];
  /** Why it does not count, of a `known` or `excluded` one. */
  readonly why?: string;
}

export function compare(judged: Judged): Compared {
  const errors = validate([judged.manifest]).filter(({ severity }) => severity === 'error');
  const excluded = whyExcluded(judged.manifest, judged.verdict);
  if (excluded !== undefined) return { ...judged, errors, outcome: 'excluded', why: excluded };
  const { accepted } = judged.verdict;
  if (accepted === (errors.length === 0)) {
    return { ...judged, errors, outcome: accepted ? 'agreed: accepted' : 'agreed: refused' };
  }
  const why = knownDifference(judged, errors);
  if (why !== undefined) return { ...judged, errors, outcome: 'known', why };
  return { ...judged, errors, outcome: accepted ? 'false error' : 'missed' };
}

/** Whether an error of ours is where the server sees one, above or below it. True where the server does not say where. */
export function isSamePlace({ verdict: { message = '', causes = [] }, errors }: Compared): boolean {
  const unknown = [...message.matchAll(/unknown field "([^"]*)"/g)].map(([, field = '']) => field);
  const theirs = [...causes.flatMap(({ field = '' }) => field), ...unknown]
    .map(keysOf)
    .filter(({ length }) => length > 0);
  if (theirs.length === 0) return true;
  return errors.some(({ path }) => theirs.some((their) => isPrefix(keysOf(path), their)));
}

/** `a.b[0]["c/d"]` and `a.b[0][c/d]` as one list of keys. */
function keysOf(path: string): readonly string[] {
  return path
    .replaceAll(/["\]]/g, '')
    .split(/[.[]/)
    .filter((key) => key !== '');
}

function isPrefix(one: readonly string[], other: readonly string[]): boolean {
  const shorter = Math.min(one.length, other.length);
  return one.slice(0, shorter).join() === other.slice(0, shorter).join();
}

export interface Counts {
  readonly refused: number;
  readonly missed: number;
  readonly accepted: number;
  readonly falseErrors: number;
  readonly known: number;
  readonly excluded: number;
  /** Shares from 0 to 1; 1 and 0 when there is nothing to share. */
  readonly found: number;
  readonly alarms: number;
}

export function countsOf(compared: readonly Compared[]): Counts {
  const count = (outcome: Outcome): number => compared.filter((one) => one.outcome === outcome).length;
  const [missed, falseErrors] = [count('missed'), count('false error')];
  const refused = count('agreed: refused') + missed;
  const accepted = count('agreed: accepted') + falseErrors;
  return {
    ...{ refused, missed, accepted, falseErrors, known: count('known'), excluded: count('excluded') },
    found: refused === 0 ? 1 : (refused - missed) / refused,
    alarms: accepted === 0 ? 0 : falseErrors / accepted,
  };
}

/** What all disagreements of a group have in common: what the server says, or where. */
export function groupOf({ outcome, verdict, errors }: Compared, by: 'message' | 'path'): string {
  if (outcome === 'false error') {
    const { code = '', path = '', message = '' } = errors[0] ?? {};
    return by === 'path' ? fieldOf(path) : `${code}: ${fieldOf(path)} ${messageOf(message)}`;
  }
  const { causes = [], message = '' } = verdict;
  const [first] = causes;
  if (first === undefined) return messageOf(message);
  return by === 'path' ? fieldOf(first.field ?? '') : `${fieldOf(first.field ?? '')} ${wordsOf(first)}`;
}

function wordsOf({ message = '' }: Cause): string {
  return messageOf(message);
}

/** A message without what is in it of one manifest. */
function messageOf(message: string): string {
  return message
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '"..."')
    .replaceAll(/\{[^{}]*\}/g, '{...}')
    .replaceAll(/\b\d+\b/g, 'N')
    .slice(0, 160);
}

/** A path without its indexes; `(pod)` is a pod's template wherever it is. */
function fieldOf(path: string): string {
  return path
    .replaceAll(/\[\d+\]/g, '[]')
    .replaceAll(/\[[^\]]+\]/g, '{}')
    .replace(/^(spec\.jobTemplate\.spec\.template|spec\.template|template)(?=\.)/, '(pod)');
}
