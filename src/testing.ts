// The entry point cdk8s-workloads/testing.
export { type MatcherResult, toBeValid, type ValidityOptions } from './testing/to-be-valid';
