import { takeApart } from '../manifest/take-apart';
import type { Issue } from '../validate/issue';
import type { countIssues, issueTable } from '../validate/issue-table';
import type { ValidateOptions } from '../validate/options';
import type { validate } from '../validate/validate';
import type { SynthesizedManifest } from './manifests-of';

/**
 * What an app does about what it finds wrong with its manifests:
 * - `'error'`: an error stops the synth, a warning is printed;
 * - `'warn'`: both are printed;
 * - `'off'`: nobody looks;
 * - an object: as `'error'`, with options of the validation, such as `{ rules: { 'latest-tag': 'off' } }`.
 */
export type AppValidation = 'error' | 'warn' | 'off' | Omit<ValidateOptions, 'sources'>;

/** The API server would refuse some of an app's manifests. The message lists all of them. */
export class InvalidManifestsError extends Error {
  readonly code = 'INVALID_MANIFESTS';

  constructor(
    readonly issues: readonly Issue[],
    message: string,
  ) {
    super(message);
    this.name = 'InvalidManifestsError';
  }
}

/**
 * Validates what an app is about to write, and prints warnings to the standard error output.
 *
 * @throws InvalidManifestsError
 */
export function validateManifests(synthesized: readonly SynthesizedManifest[], validation: AppValidation): void {
  if (validation === 'off') return;
  const rendered = synthesized.flatMap(({ manifest, construct }) =>
    manifest === undefined ? [] : takeApart(manifest).map(({ value }) => ({ value, construct })),
  );
  const { countIssues, issueTable, validate } = validator();
  const options = typeof validation === 'object' ? validation : {};
  const sources = (index: number): string | undefined => rendered[index]?.construct.node.path;
  const issues = validate(
    rendered.map(({ value }) => value),
    { ...options, sources },
  );
  if (issues.length === 0) return;
  const text = `${countIssues(issues)} in the manifests:\n${issueTable(issues)}`;
  if (validation !== 'warn' && issues.some(({ severity }) => severity === 'error')) {
    throw new InvalidManifestsError(issues, text);
  }
  process.stderr.write(`${text}\n`);
}

interface Validator {
  readonly countIssues: typeof countIssues;
  readonly issueTable: typeof issueTable;
  readonly validate: typeof validate;
}

/** Loaded by who validates, and by its public name, so that the bundle of the main entry does not contain it. */
function validator(): Validator {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('cdk8s-workloads/validate') as Validator;
}
