import type { Path } from './path';
import { show } from './show';
import type { Report } from './rule';

/**
 * Reports what `problem` says of a field, if it is there. The phrases are those of `src/manifest`: the fact, `: ` and the way out.
 * `checkField(report, at, port, 'name', portNameProblem)`
 */
export function checkField<T extends object, Field extends keyof T & string>(
  report: Report,
  at: Path,
  owner: T,
  field: Field,
  problem: (value: NonNullable<T[Field]>) => string | undefined,
): void {
  const value = owner[field];
  if (value !== undefined && value !== null) checkValue(report, at, field, value, problem);
}

/** The same for the value of a key or of an index. */
export function checkValue<T>(
  report: Report,
  parent: Path,
  step: string | number,
  value: T,
  problem: (value: T) => string | undefined,
): void {
  const phrase = problem(value);
  if (phrase === undefined) return;
  const { message, fix } = split(value, phrase);
  report(typeof step === 'number' ? parent.item(step) : parent.field(step), message, fix);
}

/** Reports a phrase that has its value in it already. */
export function reportPhrase(report: Report, at: Path, phrase: string): void {
  const { message, fix } = split(undefined, phrase);
  report(at, message, fix);
}

/** Whether a check has nothing to report. */
export function isSilent(check: (report: Report) => void): boolean {
  let silent = true;
  check(() => {
    silent = false;
  });
  return silent;
}

/** A phrase such as `is not a DNS label: use lower-case letters`, with the value before it, as message and fix. */
export function split(value: unknown, phrase: string): { readonly message: string; readonly fix?: string } {
  const colon = colonOf(phrase);
  const fact = colon < 0 ? phrase : phrase.slice(0, colon);
  const message = [show(value), fact].filter((part) => part !== '').join(' ');
  return colon < 0 ? { message } : { message, fix: phrase.slice(colon + 2) };
}

/** Where the fix begins: at the first colon that is in no text of the user's. */
function colonOf(phrase: string): number {
  const plain = phrase.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => ' '.repeat(quoted.length));
  return plain.indexOf(': ');
}
