import { Problems } from '../props/problem';
import { checkShape, fields, word } from '../props/shape';
import type { Issue } from '../validate/issue';
import { loadValidator } from '../validate/load-validator';
import type { ValidateOptions } from '../validate/options';
import { partsIn, type SynthesizedManifest } from './manifests-of';

/**
 * What an app does about what it finds wrong with its manifests:
 * - `'error'`: an error stops the synth, a warning is printed;
 * - `'warn'`: both are printed;
 * - `'off'`: nobody looks;
 * - an object: as `'error'`, with options of the validation, such as `{ rules: { 'image-tag': 'off' } }`.
 */
export type AppValidation = 'error' | 'warn' | 'off' | Omit<ValidateOptions, 'sources'>;

/** The API server would refuse some of an app's manifests. The message lists all of them. */
export class InvalidManifestsError extends Error {
  readonly code = 'INVALID_MANIFESTS';
  readonly #issues: readonly Issue[];

  constructor(issues: readonly Issue[], message: string) {
    super(message);
    this.name = 'InvalidManifestsError';
    this.#issues = issues;
  }

  /** Errors and warnings. They are no field, because Node.js prints those below the message, which has all of them. */
  get issues(): readonly Issue[] {
    return this.#issues;
  }
}

/**
 * Sees to it that an app does what its author thinks: what is not known would count as `'error'`.
 *
 * @throws InvalidPropsError
 */
export function checkValidation(validation: unknown): void {
  const problems = new Problems();
  checkShape(problems, { validation }, fields({ validation: VALIDATION }));
  problems.throwIfAny('App');
}

const VALIDATION = word(['error', 'warn', 'off'], fields({}, "{ rules: { 'image-tag': 'off' } }"));

/**
 * Validates what an app is about to write, and prints warnings to the standard error output.
 *
 * @throws InvalidManifestsError
 */
export function validateManifests(synthesized: readonly SynthesizedManifest[], validation: AppValidation): void {
  if (validation === 'off') return;
  const { manifests, constructs } = partsIn(synthesized);
  const { countIssues, issueTable, validate } = loadValidator();
  const options = typeof validation === 'object' ? validation : {};
  const issues = validate(manifests, { ...options, sources: (index) => constructs[index]?.node.path });
  if (issues.length === 0) return;
  const text = `${countIssues(issues)} in the manifests:\n${issueTable(issues)}`;
  if (validation !== 'warn' && issues.some(({ severity }) => severity === 'error')) {
    throw new InvalidManifestsError(issues, text);
  }
  process.stderr.write(`${text}\n`);
}
