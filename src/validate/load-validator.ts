import type { countIssues, issueTable } from './issue-table';
import type { validate } from './validate';

/** What an app needs of `cdk8s-workloads/validate`. */
interface Validator {
  readonly countIssues: typeof countIssues;
  readonly issueTable: typeof issueTable;
  readonly validate: typeof validate;
}

/** Loaded by who validates, and by its public name, so that the bundle of the main entry does not contain it. */
export function loadValidator(): Validator {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('cdk8s-workloads/validate') as Validator;
}
