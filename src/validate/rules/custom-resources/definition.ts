import { definitionProblems } from '../../../crd/definition-problems';
import { pathIn } from '../../path';
import type { Rule } from '../../rule';
import { reportPhrase } from '../../check-field';

/** The server would refuse it. */
export const customResourceDefinition: Rule<'CustomResourceDefinition'> = {
  code: 'custom-resource-definition',
  severity: 'error',
  on: 'CustomResourceDefinition',
  summary: 'A CustomResourceDefinition has a structural schema and names that fit together.',
  mirrors: 'apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go: ValidateCustomResourceDefinition',
  check(definition, at, report) {
    for (const { severity, path, phrase } of definitionProblems(definition)) {
      if (severity === 'error') reportPhrase(report, pathIn(at, path), phrase);
    }
  },
};

/** The server takes it, and it does not work. */
export const doubtfulCustomResourceDefinition: Rule<'CustomResourceDefinition'> = {
  code: 'doubtful-custom-resource-definition',
  severity: 'warning',
  on: 'CustomResourceDefinition',
  summary:
    'What a CustomResourceDefinition names is in its schema, because columns and scale paths that lead nowhere show nothing.',
  check(definition, at, report) {
    for (const { severity, path, phrase } of definitionProblems(definition)) {
      if (severity === 'warning') reportPhrase(report, pathIn(at, path), phrase);
    }
  },
};
