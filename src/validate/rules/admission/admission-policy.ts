import { RESERVED } from '../../../manifest/cel-words';
import { dns1035LabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { checkValue } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';
import { pathSegmentProblem } from '../format/path-segment';
import { qualifiedNameProblem } from '../qualified-name';

const VALIDATION = 'pkg/apis/admissionregistration/validation/validation.go';

export const policyConstraints: Rule<'ValidatingAdmissionPolicySpec'> = {
  code: 'policy-constraints',
  severity: 'error',
  on: 'ValidatingAdmissionPolicySpec',
  summary: 'An admission policy says which resources it is about, and what it asks of them.',
  mirrors: `${VALIDATION}: validateValidatingAdmissionPolicySpec`,
  check({ matchConstraints, validations = [], auditAnnotations = [] }, at, report) {
    const here = at.field('matchConstraints');
    if (matchConstraints === undefined) report(here, 'is missing', 'give it resourceRules');
    else if ((matchConstraints.resourceRules ?? []).length === 0) {
      report(here.field('resourceRules'), 'has no items', 'say which resources the policy is about');
    }
    if (validations.length > 0 || auditAnnotations.length > 0) return;
    report(at.field('validations'), 'has no items', 'add a validation, or an item of auditAnnotations');
  },
};

export const paramKind: Rule<'ParamKind'> = {
  code: 'param-kind',
  severity: 'error',
  on: 'ParamKind',
  summary: 'The parameters of an admission policy are objects of a kind, which is named in full.',
  mirrors: `${VALIDATION}: validateParamKind`,
  check({ apiVersion = '', kind = '' }, at, report) {
    checkValue(report, at, 'apiVersion', apiVersion, apiVersionProblem);
    checkValue(report, at, 'kind', kind, (text) =>
      text === '' ? 'is empty: name the kind' : dns1035LabelProblem(text.toLowerCase()),
    );
  },
};

function apiVersionProblem(apiVersion: string): string | undefined {
  if (apiVersion === '') return 'is empty: write the group and the version, such as "example.com/v1"';
  const [version = '', group = '', ...more] = apiVersion.split('/').reverse();
  if (more.length > 0) return 'has more than one "/": write the group and the version, such as "example.com/v1"';
  return (group === '' ? undefined : dnsSubdomainProblem(group)) ?? dns1035LabelProblem(version);
}

export const policyBinding: Rule<'ValidatingAdmissionPolicyBindingSpec'> = {
  code: 'policy-binding',
  severity: 'error',
  on: 'ValidatingAdmissionPolicyBindingSpec',
  summary:
    'A binding names its policy, and what happens to what breaks it: "Deny" or "Warn", because one tells what the other does.',
  mirrors: `${VALIDATION}: validateValidatingAdmissionPolicyBindingSpec`,
  check({ policyName = '', validationActions: actions = [] }, at, report) {
    if (policyName === '') report(at.field('policyName'), 'is missing', 'name the policy');
    else checkValue(report, at, 'policyName', policyName, dnsSubdomainProblem);
    const here = at.field('validationActions');
    if (actions.length === 0) report(here, 'has no items', 'write ["Deny"]');
    if (actions.includes('Deny') && actions.includes('Warn')) report(here, 'has both "Deny" and "Warn"', 'keep "Deny"');
  },
};

export const paramRef: Rule<'ParamRef'> = {
  code: 'param-ref',
  severity: 'error',
  on: 'ParamRef',
  summary:
    'A binding finds the parameters of its policy by a name or by a selector, and says what holds when there are none.',
  mirrors: `${VALIDATION}: validateParamRef`,
  check({ name = '', selector, parameterNotFoundAction }, at, report) {
    if (name === '' && selector === undefined) report(at, 'has no name and no selector', 'give it one of them');
    if (name !== '' && selector !== undefined) report(at.field('selector'), 'is there beside name', 'keep one of them');
    if (name !== '') checkValue(report, at, 'name', name, pathSegmentProblem);
    if (parameterNotFoundAction === undefined) {
      report(at.field('parameterNotFoundAction'), 'is missing', 'write "Deny" or "Allow"');
    }
  },
};

export const policyExpression: FieldRule<
  'AuditAnnotation.valueExpression' | 'Validation.expression' | 'Variable.expression'
> = {
  code: 'policy-expression',
  severity: 'error',
  fields: ['AuditAnnotation.valueExpression', 'Validation.expression', 'Variable.expression'],
  summary: 'A policy has an expression in CEL for each thing that it asks and computes.',
  mirrors: `${VALIDATION}: validateValidation, validateVariable, validateAuditAnnotation`,
  problem: (expression) => (expression.trim() === '' ? 'is empty: write it in CEL' : undefined),
};

export const policyMessage: FieldRule<'Validation.message' | 'Validation.messageExpression'> = {
  code: 'policy-message',
  severity: 'error',
  fields: ['Validation.message', 'Validation.messageExpression'],
  summary: 'The message of a validation says something, where there is one.',
  mirrors: `${VALIDATION}: validateValidation`,
  problem: (text) => (text !== '' && text.trim() === '' ? 'is blank: write what is wrong, or leave it out' : undefined),
};

export const policyMessageLine: FieldRule<'Validation.message'> = {
  code: 'policy-message-line',
  severity: 'error',
  fields: ['Validation.message'],
  summary: 'The message of a validation is one line, because it becomes part of an error.',
  mirrors: `${VALIDATION}: hasNewlines`,
  problem: (text) => (/[\r\n]/.test(text.trim()) ? 'has more than one line: put it into one' : undefined),
};

export const policyVariable: FieldRule<'Variable.name'> = {
  code: 'policy-variable',
  severity: 'error',
  fields: ['Variable.name'],
  summary: 'A variable of a policy has the name of one in CEL, by which expressions read it.',
  mirrors: `${VALIDATION}: isCELIdentifier`,
  problem(name) {
    if (RESERVED.has(name)) return 'is a word of CEL: write another name';
    return /^[A-Za-z_]\w*$/.test(name) ? undefined : 'is not a name in CEL: use letters, digits and "_"';
  },
};

export const auditKey: Rule<'AuditAnnotation'> = {
  code: 'audit-key',
  severity: 'error',
  on: 'AuditAnnotation',
  summary: 'The key of an audit annotation makes a qualified name of the name of its policy, "/" and itself.',
  mirrors: `${VALIDATION}: validateAuditAnnotation`,
  check({ key }, at, report, { object }) {
    const name: unknown = object.metadata?.name;
    // A name that is wrong by itself has a message of its own.
    if (typeof name !== 'string' || dnsSubdomainProblem(name) !== undefined) return;
    checkValue(report, at, 'key', key, () => qualifiedNameProblem(`${name}/${key}`));
  },
};
