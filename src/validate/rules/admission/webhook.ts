import { dns1035LabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { portProblem } from '../../../manifest/port';
import { REVIEW_VERSIONS, webhookPathProblem, webhookUrlProblem } from '../../../manifest/webhook';
import { checkField, checkValue } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';
import { qualifiedNameProblem } from '../qualified-name';

type Webhook = 'MutatingWebhook' | 'ValidatingWebhook';

const LEAST_SEGMENTS = 3;

export const webhookName: FieldRule<`${Webhook}.name`> = {
  code: 'webhook-name',
  severity: 'error',
  fields: ['MutatingWebhook.name', 'ValidatingWebhook.name'],
  summary: 'The name of a webhook is a domain of three parts at least, so that nobody else has it.',
  mirrors: 'apimachinery/pkg/util/validation/validation.go: IsFullyQualifiedName',
  problem(name) {
    if (name === '') return 'is empty: write a domain, such as "pods.shop.example.com"';
    const isShort = name.split('.').length < LEAST_SEGMENTS;
    return dnsSubdomainProblem(name) ?? (isShort ? 'has too few parts: write three, as "pods.example.com"' : undefined);
  },
};

const MOST_SECONDS = 30;

export const webhookTimeout: FieldRule<`${Webhook}.timeoutSeconds`> = {
  code: 'webhook-timeout',
  severity: 'error',
  fields: ['MutatingWebhook.timeoutSeconds', 'ValidatingWebhook.timeoutSeconds'],
  summary: 'A webhook has 1 to 30 seconds to answer, because whoever asks the API server waits for it.',
  mirrors: 'pkg/apis/admissionregistration/validation/validation.go: validateValidatingWebhook',
  problem: (seconds) =>
    seconds >= 1 && seconds <= MOST_SECONDS ? undefined : `is out of range: give 1 to ${MOST_SECONDS}`,
};

export const webhookClient: Rule<'AdmissionWebhookClientConfig'> = {
  code: 'webhook-client',
  severity: 'error',
  on: 'AdmissionWebhookClientConfig',
  summary: 'A webhook is at a URL or behind a Service, because the API server asks in one place.',
  mirrors: 'pkg/apis/admissionregistration/validation/validation.go: validateValidatingWebhook',
  check(config, at, report) {
    const { url, service } = config;
    if (url === undefined && service === undefined) report(at, 'names no place', 'give it a service or a url');
    if (url !== undefined && service !== undefined)
      report(at.field('url'), 'is there beside service', 'keep one of them');
    else checkField(report, at, config, 'url', webhookUrlProblem);
  },
};

export const webhookService: Rule<'AdmissionServiceReference'> = {
  code: 'webhook-service',
  severity: 'error',
  on: 'AdmissionServiceReference',
  summary: 'The Service of a webhook has a name, a port, and a path of plain steps.',
  mirrors: 'k8s.io/apiserver/pkg/util/webhook/validation.go: ValidateWebhookService',
  check(service, at, report) {
    for (const field of ['name', 'namespace'] as const) {
      if (service[field] === '') report(at.field(field), 'is empty', `write the ${field} of the Service`);
    }
    checkField(report, at, service, 'port', portProblem);
    checkField(report, at, service, 'path', webhookPathProblem);
  },
};

export const reviewVersions: Rule<Webhook> = {
  code: 'review-versions',
  severity: 'error',
  on: ['MutatingWebhook', 'ValidatingWebhook'],
  summary: 'A webhook reads a version of AdmissionReview that the API server writes: "v1".',
  mirrors: 'pkg/apis/admissionregistration/validation/validation.go: validateAdmissionReviewVersions',
  check({ admissionReviewVersions: versions }, at, report) {
    const list = at.field('admissionReviewVersions');
    if (!versions.some((version) => REVIEW_VERSIONS.includes(version))) {
      report(list, versions.length === 0 ? 'has no items' : 'has none that the API server writes', 'add "v1"');
    }
    versions.forEach((version, index) => {
      if (versions.indexOf(version) < index) report(list.item(index), `"${version}" is there twice`, 'leave it out');
      else checkValue(report, list, index, version, dns1035LabelProblem);
    });
  },
};

export const matchCondition: Rule<'MatchCondition'> = {
  code: 'match-condition',
  severity: 'error',
  on: 'MatchCondition',
  summary: 'A match condition has a qualified name, by which metrics and errors tell of it, and an expression in CEL.',
  mirrors: 'pkg/apis/admissionregistration/validation/validation.go: validateMatchCondition',
  check({ name, expression }, at, report) {
    checkValue(report, at, 'name', name, qualifiedNameProblem);
    if (expression.trim() === '') report(at.field('expression'), 'is empty', 'write one in CEL, or take it away');
  },
};
