// The entry point cdk8s-workloads/validate.
export type { Issue, Severity } from './validate/issue';
export { validateChange, type ValidateChangeOptions } from './validate/validate-change';
export { countIssues, issueTable } from './validate/issue-table';
export type { RuleCode } from './validate/rule-codes';
export type { ValidateOptions } from './validate/options';
export { validate } from './validate/validate';
export type { ObjectKey } from './manifest/object-key';
