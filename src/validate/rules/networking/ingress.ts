import { dnsSubdomainProblem, hostNameProblem } from '../../../manifest/name';
import type { FieldRule, Rule } from '../../rule';

export const ingressRules: Rule<'IngressSpec'> = {
  code: 'ingress-rules',
  severity: 'error',
  on: 'IngressSpec',
  summary: 'An Ingress has a rule or a defaultBackend, because otherwise it leads nowhere.',
  mirrors: 'pkg/apis/networking/validation/validation.go: ValidateIngressSpec',
  check({ rules = [], defaultBackend }, at, report) {
    if (rules.length > 0 || defaultBackend !== undefined) return;
    report(at.field('rules'), 'is missing, and so is defaultBackend', 'add one of them');
  },
};

export const ingressHost: FieldRule<'IngressRule.host'> = {
  code: 'ingress-host',
  severity: 'error',
  fields: ['IngressRule.host'],
  summary: 'The host of a rule is a DNS name, or "*." and one, and no IP address.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateIngressRules',
  problem: (host) => (host === '' ? undefined : hostNameProblem(host)),
};

export const ingressTlsHost: FieldRule<'IngressTLS.hosts[]'> = {
  code: 'ingress-tls-host',
  severity: 'error',
  fields: ['IngressTLS.hosts[]'],
  summary: 'The hosts of a certificate are DNS names, or "*." and one.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateIngressTLS',
  problem: (host) => (host.includes('*') ? hostNameProblem(host) : dnsSubdomainProblem(host)),
};

export const ingressSecret: FieldRule<'IngressTLS.secretName'> = {
  code: 'ingress-secret',
  severity: 'error',
  fields: ['IngressTLS.secretName'],
  summary: 'The Secret of a certificate is named as objects are.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateTLSSecretName',
  problem: (name) => (name === '' ? undefined : dnsSubdomainProblem(name)),
};

export const ingressClassName: FieldRule<'IngressSpec.ingressClassName'> = {
  code: 'ingress-class-name',
  severity: 'error',
  fields: ['IngressSpec.ingressClassName'],
  summary: 'The class of an Ingress is named as objects are.',
  mirrors: 'pkg/apis/networking/validation/validation.go: ValidateIngressSpec',
  problem: dnsSubdomainProblem,
};

const CLASS = 'kubernetes.io/ingress.class';

export const ingressClassAnnotation: Rule<'Ingress'> = {
  code: 'ingress-class-annotation',
  severity: 'error',
  on: 'Ingress',
  summary: 'The annotation by which an Ingress named its class in former times names the same as ingressClassName.',
  mirrors: 'pkg/apis/networking/validation/validation.go: ValidateIngressCreate',
  check({ metadata, spec }, at, report) {
    const name = metadata?.annotations?.[CLASS];
    if (name === undefined || spec?.ingressClassName === undefined || name === spec.ingressClassName) return;
    const message = `"${name}" is not ingressClassName, "${spec.ingressClassName}"`;
    report(at.field('metadata').field('annotations').field(CLASS), message, 'take the annotation away');
  },
};

export const ingressPaths: Rule<'HTTPIngressRuleValue'> = {
  code: 'ingress-paths',
  severity: 'error',
  on: 'HTTPIngressRuleValue',
  summary: 'A rule with http has at least one path.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateHTTPIngressRuleValue',
  check({ paths }, at, report) {
    if (paths.length === 0) report(at.field('paths'), 'has no items', 'add a path, such as "/"');
  },
};

/** What no path that is compared as a text may have in it, or at its end, because it stands for another path. */
const AMBIGUOUS = /\/\/|\/\.\/|\/\.\.\/|%2[fF]|\/\.\.?$/;

export const ingressPath: Rule<'HTTPIngressPath'> = {
  code: 'ingress-path',
  severity: 'error',
  on: 'HTTPIngressPath',
  summary: 'A path begins with "/", and one that is compared part by part has no empty parts, ".", ".." or "%2F".',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateHTTPIngressPath',
  check({ path = '', pathType }, at, report) {
    const isCompared = pathType !== 'ImplementationSpecific';
    if (path === '' ? isCompared : !path.startsWith('/')) {
      report(at.field('path'), path === '' ? 'is missing' : `"${path}" is not absolute`, `write "/${path}"`);
    }
    const [part] = (isCompared && AMBIGUOUS.exec(path)) || [];
    if (part !== undefined) report(at.field('path'), `"${path}" has "${part}"`, 'write the path that it leads to');
  },
};
