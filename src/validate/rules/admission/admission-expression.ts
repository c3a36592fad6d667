import type {
  MatchCondition,
  MutatingWebhook,
  ValidatingAdmissionPolicySpec,
  ValidatingWebhook,
} from '../../../../imports/kubernetes/types';
import type { FreePlace } from '../../../crd/cel/free-expression';
import { checkField } from '../../check-field';
import { customResourceChecks } from '../../custom-resources';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';

const TEXT = 'string';
const KIND = { group: TEXT, version: TEXT, kind: TEXT };
const RESOURCE = { group: TEXT, version: TEXT, resource: TEXT };

/** What each expression can read. The API server knows no more of the objects, because they can be of any kind. */
const VARIABLES = {
  object: 'dyn',
  oldObject: 'dyn',
  request: {
    ...{ kind: KIND, resource: RESOURCE, subResource: TEXT },
    ...{ requestKind: KIND, requestResource: RESOURCE, requestSubResource: TEXT },
    ...{ name: TEXT, namespace: TEXT, operation: TEXT, dryRun: 'bool', options: 'dyn' },
    userInfo: { username: TEXT, uid: TEXT, groups: 'list(string)', extra: 'map(string,list(string))' },
  },
  namespaceObject: {
    metadata: {
      ...{ name: TEXT, generateName: TEXT, namespace: TEXT, UID: TEXT, resourceVersion: TEXT, generation: 'int' },
      ...{ labels: 'map(string,string)', annotations: 'map(string,string)', finalizers: 'list(string)' },
      ...{ creationTimestamp: 'timestamp', deletionTimestamp: 'timestamp', deletionGracePeriodSeconds: 'int' },
    },
    spec: { finalizers: 'list(string)' },
    status: { conditions: 'list(dyn)', phase: TEXT },
  },
};

/** What a decision can read, but not its message. The second is one variable, whose name has a dot in it. */
const AUTHORIZER = {
  authorizer: 'kubernetes.authorization.Authorizer',
  'authorizer.requestResource': 'kubernetes.authorization.ResourceCheck',
};

const PARAMS = { params: 'dyn' };
/** It has fields whose types have no name. */
const NOT_ALL_KNOWN = ['namespaceObject'];

type Known = Pick<FreePlace, 'variables' | 'unknown'>;

const IN_WEBHOOKS: Known = { variables: { ...VARIABLES, ...AUTHORIZER }, unknown: NOT_ALL_KNOWN };

export const admissionExpression: Rule<'MutatingWebhook' | 'ValidatingAdmissionPolicySpec' | 'ValidatingWebhook'> = {
  code: 'admission-expression',
  severity: 'error',
  on: ['MutatingWebhook', 'ValidatingAdmissionPolicySpec', 'ValidatingWebhook'],
  needs: ['AuditAnnotation', 'MatchCondition.expression', 'Validation', 'Variable'],
  summary:
    'An expression of a policy or a webhook is CEL, reads what there is to read, and gives what it is asked for: true or false, a text.',
  mirrors: 'pkg/apis/admissionregistration/validation/validation.go: validateCELCondition',
  check(value, at, report) {
    if (isWebhook(value)) checkConditions(value.matchConditions, IN_WEBHOOKS, at, report);
    else checkPolicy(value, at, report);
  },
};

type Webhook = MutatingWebhook | ValidatingWebhook;

function isWebhook(value: Webhook | ValidatingAdmissionPolicySpec): value is Webhook {
  return 'clientConfig' in value;
}

/** Conditions are asked before anything else, and read no variables. */
function checkConditions(conditions: readonly MatchCondition[] = [], known: Known, at: Path, report: Report): void {
  for (const [index, condition] of conditions.entries()) {
    checkExpression(condition, 'expression', known, ['bool'], at.field('matchConditions').item(index), report);
  }
}

function checkPolicy(
  {
    paramKind,
    matchConditions,
    variables = [],
    validations = [],
    auditAnnotations = [],
  }: ValidatingAdmissionPolicySpec,
  at: Path,
  report: Report,
): void {
  const inMessages = { ...VARIABLES, ...(paramKind && PARAMS) };
  const own = { ...inMessages, ...AUTHORIZER };
  checkConditions(matchConditions, { variables: own, unknown: NOT_ALL_KNOWN }, at, report);
  // Each variable can read those before it.
  const types = new Map<string, string>();
  const unknown = new Set(NOT_ALL_KNOWN);
  const known = (variables: FreePlace['variables'] = own): Known => ({
    variables: { ...variables, variables: Object.fromEntries(types) },
    unknown: [...unknown],
  });
  for (const [index, variable] of variables.entries()) {
    const here = at.field('variables').item(index);
    const type = checkExpression(variable, 'expression', known(), undefined, here, report);
    types.set(variable.name, type ?? 'dyn');
    if (type === undefined) unknown.add('variables');
  }
  const all = known();
  const ofMessages = known(inMessages);
  for (const [index, validation] of validations.entries()) {
    const here = at.field('validations').item(index);
    checkExpression(validation, 'expression', all, ['bool'], here, report);
    checkExpression(validation, 'messageExpression', ofMessages, ['string'], here, report);
  }
  for (const [index, annotation] of auditAnnotations.entries()) {
    const here = at.field('auditAnnotations').item(index);
    checkExpression(annotation, 'valueExpression', all, ['string', 'null_type'], here, report);
  }
}

/** Reports what is wrong with an expression. Gives the type of what it gives, if that is known. */
function checkExpression<T extends object, Field extends keyof T & string>(
  owner: T & Readonly<Partial<Record<Field, string>>>,
  field: Field,
  known: Known,
  results: readonly string[] | undefined,
  at: Path,
  report: Report,
): string | undefined {
  const text: string | undefined = owner[field];
  // That there is none, another rule says.
  if (text === undefined || text.trim() === '') return undefined;
  const read = customResourceChecks().readFreeExpression(text, { ...known, results });
  if ('type' in read) return read.type;
  checkField(report, at, owner, field, () => read.problem);
  return undefined;
}
