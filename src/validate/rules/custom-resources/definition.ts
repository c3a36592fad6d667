import type { DefinitionProblem } from '../../../crd/definition-problem';
import type { CustomResourceDefinition } from '../../../manifest/kubernetes';
import { pathIn } from '../../path';
import type { Context, Rule } from '../../rule';
import { reportPhrase } from '../../check-field';
import { customResourceChecks } from '../../custom-resources';

/** The server would refuse it. */
export const customResourceDefinition: Rule<'CustomResourceDefinition'> = {
  code: 'custom-resource-definition',
  severity: 'error',
  on: 'CustomResourceDefinition',
  summary: 'A CustomResourceDefinition has a structural schema and names that fit together.',
  mirrors: 'apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go: ValidateCustomResourceDefinition',
  check(definition, at, report, context) {
    for (const { severity, path, phrase } of problemsOf(definition, context)) {
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
  check(definition, at, report, context) {
    for (const { severity, path, phrase } of problemsOf(definition, context)) {
      if (severity === 'warning') reportPhrase(report, pathIn(at, path), phrase);
    }
  },
};

const KNOWN = new WeakMap<Context, readonly DefinitionProblem[]>();

/** Both rules ask for them, and a large schema takes its time. A context is made for each manifest each time that it is validated. */
function problemsOf(definition: CustomResourceDefinition, context: Context): readonly DefinitionProblem[] {
  const known = KNOWN.get(context) ?? customResourceChecks().definitionProblems(definition);
  KNOWN.set(context, known);
  return known;
}
