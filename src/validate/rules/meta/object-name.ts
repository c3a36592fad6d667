import { canonicalIpAddressProblem } from '../../../manifest/ip-address';
import { dns1035LabelProblem, dnsLabelProblem, dnsSubdomainProblem, objectNameProblem } from '../../../manifest/name';
import type { AnyObject } from '../../any-object';
import { checkValue } from '../../check-field';
import type { ObjectRule, Rule } from '../../rule';
import { withoutTrailingDash } from '../trailing-dash';
import { hasUnreadMetadata } from './unread-metadata';

export const objectName: ObjectRule = {
  code: 'object-name',
  severity: 'error',
  on: 'every object',
  summary:
    'An object has a name of the form that its kind wants, because the name becomes part of URLs, labels and DNS.',
  mirrors:
    'apimachinery/pkg/api/validation/objectmeta.go: ValidateObjectMetaAccessor, with the name function of each kind',
  check(object, at, report) {
    const { name = '', generateName = '' } = object.metadata ?? {};
    const metadata = at.field('metadata');
    if (name === '' && generateName === '') {
      if (!NAMELESS.has(object.kind)) report(metadata.field('name'), 'is missing', 'name the object');
      return;
    }
    if (hasUnreadMetadata(object) && object.kind !== 'Binding') return;
    const problem = nameProblem(object);
    if (name !== '') checkValue(report, metadata, 'name', name, problem);
    if (generateName === '' || hasUnreadMetadata(object)) return;
    checkValue(report, metadata, 'generateName', generateName, (prefix) => {
      const ofPrefix = prefixProblem(object.kind, problem);
      const phrase = ofPrefix(withoutTrailingDash(prefix)) ?? (name === '' ? problem(generated(prefix)) : undefined);
      // What the server looks at would make a strange hint.
      return phrase && (ofPrefix(prefix.replace(/-$/, '')) ?? phrase);
    });
  },
};

/** Questions to the server, which are not kept, and a kind for which it makes up a name. */
const NAMELESS: ReadonlySet<string> = new Set([
  'LimitRange',
  'LocalSubjectAccessReview',
  'SelfSubjectAccessReview',
  'SelfSubjectReview',
  'SelfSubjectRulesReview',
  'SubjectAccessReview',
  'TokenReview',
]);

type NameProblem = (name: string) => string | undefined;

function nameProblem(object: AnyObject): NameProblem {
  const { apiVersion, problem } = NAMES.get(object.kind) ?? {};
  if (problem === undefined || apiVersion !== object.apiVersion) return dnsSubdomainProblem;
  return problem === jobNameProblem && hasManualSelector(object) ? dnsSubdomainProblem : problem;
}

const pathSegmentProblem: NameProblem = (name) => objectNameProblem('Role', name);

/** The kinds whose name is not a DNS subdomain, or not any. */
const NAMES: ReadonlyMap<string, { readonly apiVersion: string; readonly problem: NameProblem }> = new Map([
  ['APIService', { apiVersion: 'apiregistration.k8s.io/v1', problem: pathSegmentProblem }],
  ['StatefulSet', { apiVersion: 'apps/v1', problem: dnsLabelProblem }],
  ['Job', { apiVersion: 'batch/v1', problem: jobNameProblem }],
  ['CronJob', { apiVersion: 'batch/v1', problem: cronJobNameProblem }],
  ['CertificateSigningRequest', { apiVersion: 'certificates.k8s.io/v1', problem: pathSegmentProblem }],
  ['IPAddress', { apiVersion: 'networking.k8s.io/v1', problem: canonicalIpAddressProblem }],
  ['PodDisruptionBudget', { apiVersion: 'policy/v1', problem: pathSegmentProblem }],
  ['ClusterRole', { apiVersion: 'rbac.authorization.k8s.io/v1', problem: pathSegmentProblem }],
  ['ClusterRoleBinding', { apiVersion: 'rbac.authorization.k8s.io/v1', problem: pathSegmentProblem }],
  ['Role', { apiVersion: 'rbac.authorization.k8s.io/v1', problem: pathSegmentProblem }],
  ['RoleBinding', { apiVersion: 'rbac.authorization.k8s.io/v1', problem: pathSegmentProblem }],
  [
    'PriorityClass',
    { apiVersion: 'scheduling.k8s.io/v1', problem: (name) => objectNameProblem('PriorityClass', name) },
  ],
  ['Event', { apiVersion: 'v1', problem: pathSegmentProblem }],
  ['Namespace', { apiVersion: 'v1', problem: dnsLabelProblem }],
  ['Service', { apiVersion: 'v1', problem: dns1035LabelProblem }],
]);

/** What is asked of a generateName, beside of the name that is made from it. */
function prefixProblem(kind: string, problem: NameProblem): NameProblem {
  if (kind === 'ReplicationController' || kind === 'DeviceClass') return pathSegmentProblem;
  // Only the name itself is measured for what is made from it.
  return problem === jobNameProblem || problem === cronJobNameProblem ? dnsSubdomainProblem : problem;
}

/** The server labels the pods with the name, unless the selector is the user's. */
function jobNameProblem(name: string): string | undefined {
  return objectNameProblem('Job', name);
}

function cronJobNameProblem(name: string): string | undefined {
  return objectNameProblem('CronJob', name);
}

function hasManualSelector(object: AnyObject): boolean {
  const { spec } = object as { readonly spec?: { readonly manualSelector?: boolean } };
  return spec?.manualSelector === true;
}

const RANDOM_LETTERS = 5;
const MAX_GENERATED = 63;

function generated(prefix: string): string {
  return prefix.slice(0, MAX_GENERATED - RANDOM_LETTERS) + 'x'.repeat(RANDOM_LETTERS);
}

export const apiServiceName: Rule<'APIService'> = {
  code: 'api-service-name',
  severity: 'error',
  on: 'APIService',
  summary: 'The name of an APIService is its version, a dot and its group, because there is one for each version.',
  mirrors: 'k8s.io/kube-aggregator/pkg/apis/apiregistration/validation/validation.go: ValidateAPIService',
  check({ metadata, spec }, at, report) {
    const wanted = `${spec?.version ?? ''}.${spec?.group ?? ''}`;
    for (const field of ['name', 'generateName'] as const) {
      const name = metadata?.[field] ?? '';
      if (name === '' || name === wanted) continue;
      report(
        at.field('metadata').field(field),
        `"${name}" is not its version and group`,
        `write "${wanted}" as its name`,
      );
    }
  },
};
