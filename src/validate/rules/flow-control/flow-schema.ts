import type { ResourcePolicyRule } from '../../../../imports/kubernetes/types';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { checkField, checkValue } from '../../check-field';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { reportWords } from '../wildcards';

const LAST_PRECEDENCE = 10_000;

export const matchingPrecedence: Rule<'FlowSchema'> = {
  code: 'matching-precedence',
  severity: 'error',
  on: 'FlowSchema',
  needs: ['FlowSchemaSpec.matchingPrecedence'],
  summary: 'The precedence of a FlowSchema is from 2 to 10000, because 1 is for the one that no request waits for.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidateFlowSchemaSpec',
  check({ metadata, spec }, at, report) {
    const { matchingPrecedence: precedence = 0 } = spec ?? {};
    // The server puts its default in the place of 0.
    if (precedence === 0 || (precedence > 1 && precedence <= LAST_PRECEDENCE)) return;
    if (precedence === 1 && metadata?.name === EXEMPT) return;
    const here = at.field('spec').field('matchingPrecedence');
    report(here, `is ${precedence}`, `give a number from 2 to ${LAST_PRECEDENCE}; the smallest comes first`);
  },
};

/** The name of the schema, and of the priority level, of requests that never wait. */
export const EXEMPT = 'exempt';

export const priorityLevelName: FieldRule<'PriorityLevelConfigurationReference.name'> = {
  code: 'priority-level-name',
  severity: 'error',
  fields: ['PriorityLevelConfigurationReference.name'],
  summary: 'A FlowSchema names a PriorityLevelConfiguration, because its requests wait in the queues of that.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidateFlowSchemaSpec',
  problem: (name) => (name === '' ? 'is empty: name a PriorityLevelConfiguration' : dnsSubdomainProblem(name)),
};

/** The field that a subject of each kind has. */
const FIELD_OF_KIND = { Group: 'group', ServiceAccount: 'serviceAccount', User: 'user' } as const;

export const flowSubject: Rule<'FlowSchemaSubject'> = {
  code: 'flow-subject',
  severity: 'error',
  on: 'FlowSchemaSubject',
  summary: 'A subject of a FlowSchema has the field of its kind and no other, with the name of who sends the requests.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidateFlowSchemaSubject',
  check(subject, at, report) {
    const own = FIELD_OF_KIND[subject.kind];
    for (const field of Object.values(FIELD_OF_KIND)) {
      if (field !== own && subject[field] !== undefined)
        report(at.field(field), `is for another kind than ${subject.kind}`, 'take it away, or change the kind');
    }
    const named = subject[own];
    if (named === undefined) report(at.field(own), 'is missing', `give the ${own} that the kind asks for`);
    else if (named.name === '') report(at.field(own).field('name'), 'is empty', 'give the name, or "*" for all');
    if (own !== 'serviceAccount' || subject.serviceAccount === undefined) return;
    const { serviceAccount } = subject;
    const here = at.field(own);
    if (serviceAccount.name !== '' && serviceAccount.name !== '*') {
      checkField(report, here, serviceAccount, 'name', dnsSubdomainProblem);
    }
    checkField(report, here, serviceAccount, 'namespace', dnsLabelProblem);
  },
};

export const flowRule: Rule<'PolicyRulesWithSubjects'> = {
  code: 'flow-rule',
  severity: 'error',
  on: 'PolicyRulesWithSubjects',
  summary: 'A rule of a FlowSchema says whose requests it is about, and to what they are.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidateFlowSchemaPolicyRulesWithSubjects',
  check({ subjects, resourceRules = [], nonResourceRules = [] }, at, report) {
    if (subjects.length === 0) report(at.field('subjects'), 'has no items', 'say whose requests are meant');
    if (resourceRules.length + nonResourceRules.length > 0) return;
    report(at, 'has no resourceRules and no nonResourceRules', 'say what the requests are about');
  },
};

export const flowResources: Rule<'ResourcePolicyRule'> = {
  code: 'flow-resources',
  severity: 'error',
  on: 'ResourcePolicyRule',
  summary: 'A rule about resources says which verbs, API groups and resources it means, and in which namespaces.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidateFlowSchemaResourcePolicyRule',
  check(rule, at, report) {
    for (const field of ['verbs', 'apiGroups', 'resources'] as const) reportWords(rule[field], at.field(field), report);
    checkNamespaces(rule, at.field('namespaces'), report);
  },
};

function checkNamespaces(
  { namespaces = [], clusterScope = false }: ResourcePolicyRule,
  at: Path,
  report: Report,
): void {
  if (namespaces.length === 0) {
    if (!clusterScope) report(at, 'has no items', 'give the namespaces, or write clusterScope: true');
  } else if (namespaces.includes('*')) reportWords(namespaces, at, report);
  else for (const [index, name] of namespaces.entries()) checkValue(report, at, index, name, dnsLabelProblem);
}

export const flowUrls: Rule<'NonResourcePolicyRule'> = {
  code: 'flow-urls',
  severity: 'error',
  on: 'NonResourcePolicyRule',
  summary: 'A rule about URLs says which verbs and paths it means, and only "/*" at the end stands for more.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidateFlowSchemaNonResourcePolicyRule',
  check({ verbs, nonResourceURLs: urls }, at, report) {
    const here = at.field('nonResourceURLs');
    reportWords(verbs, at.field('verbs'), report);
    reportWords(urls, here, report);
    if (urls.includes('*')) return;
    for (const [index, url] of urls.entries()) checkValue(report, here, index, url, urlProblem);
  },
};

function urlProblem(url: string): string | undefined {
  if (url === '') return 'is empty: give a path, such as "/healthz"';
  if (!url.startsWith('/')) return 'does not begin with "/": write the path';
  if (url.includes(' ')) return 'has a space: take it away';
  if (url.includes('//')) return 'has "//": write "/"';
  // Of one letter only, it is the root.
  const stars = url.split('*').length - 1;
  return stars === 0 || (stars === 1 && url.endsWith('/*'))
    ? undefined
    : 'has "*" elsewhere than in "/*" at the end: move it there';
}
