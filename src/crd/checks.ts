// What validation needs of this folder, as a file of its own in the built package: see src/validate/custom-resources.ts.
export { checkChange, checkRules, hasRules } from './cel/check-rules';
export { readFreeExpression } from './cel/free-expression';
export { checkResource, checkSeen } from './check-value';
export { compareDefinitions } from './compare-versions';
export { definitionProblems } from './definition-problems';
export { scaleProblems } from './scale-values';
export { uncheckedPatterns } from './unchecked-patterns';
export { besides } from './value-problem';
