import type { ValidatingAdmissionPolicySpec } from '../../../../imports/kubernetes/types';
import { checkField } from '../../check-field';
import { customResourceChecks } from '../../custom-resources';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';

/** Objects of any kind, and two whose fields are not known here. */
const REQUEST = { object: 'dyn', oldObject: 'dyn', params: 'dyn', request: 'dyn', namespaceObject: 'dyn' };
const NOT_KNOWN_HERE = ['request', 'namespaceObject'];

export const admissionExpression: Rule<'ValidatingAdmissionPolicySpec' | 'MatchCondition'> = {
  code: 'admission-expression',
  severity: 'error',
  on: ['ValidatingAdmissionPolicySpec', 'MatchCondition'],
  needs: ['AuditAnnotation', 'MatchCondition.expression', 'Validation', 'Variable'],
  summary:
    'An expression of a policy or a webhook is CEL, reads what there is to read, and gives what it is asked for: true or false, a text.',
  mirrors: 'pkg/apis/admissionregistration/validation/validation.go: validateCELCondition',
  check(value, at, report) {
    if ('expression' in value) checkExpression(value, 'expression', new Map(), ['bool'], at, report);
    else checkPolicy(value, at, report);
  },
};

function checkPolicy(
  { variables = [], validations = [], auditAnnotations = [] }: ValidatingAdmissionPolicySpec,
  at: Path,
  report: Report,
): void {
  // Each variable can read those before it.
  const known = new Map<string, string>();
  for (const [index, variable] of variables.entries()) {
    const here = at.field('variables').item(index);
    known.set(variable.name, checkExpression(variable, 'expression', known, undefined, here, report));
  }
  for (const [index, validation] of validations.entries()) {
    const here = at.field('validations').item(index);
    checkExpression(validation, 'expression', known, ['bool'], here, report);
    checkExpression(validation, 'messageExpression', known, ['string'], here, report);
  }
  for (const [index, annotation] of auditAnnotations.entries()) {
    const here = at.field('auditAnnotations').item(index);
    checkExpression(annotation, 'valueExpression', known, ['string', 'null_type'], here, report);
  }
}

/** Reports what is wrong with an expression. Gives the type of what it gives. */
function checkExpression<T extends object, Field extends keyof T & string>(
  owner: T & Readonly<Partial<Record<Field, string>>>,
  field: Field,
  types: ReadonlyMap<string, string>,
  results: readonly string[] | undefined,
  at: Path,
  report: Report,
): string {
  const text: string | undefined = owner[field];
  // That there is none, another rule says.
  if (text === undefined || text.trim() === '') return 'dyn';
  const variables = { ...REQUEST, variables: Object.fromEntries(types) };
  const unknown = [...types.values()].includes('dyn') ? [...NOT_KNOWN_HERE, 'variables'] : NOT_KNOWN_HERE;
  const read = customResourceChecks().readFreeExpression(text, { variables, unknown, results });
  if ('type' in read) return read.type;
  checkField(report, at, owner, field, () => read.problem);
  return 'dyn';
}
