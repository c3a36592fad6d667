import { dnsLabelProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';
import { domainPrefixedPathProblem } from '../format/domain-prefixed-path';
import { checkTypedReference } from './typed-reference';

const MAX_CONTROLLER = 250;

export const ingressController: Rule<'IngressClassSpec'> = {
  code: 'ingress-controller',
  severity: 'error',
  on: 'IngressClassSpec',
  summary: 'The controller of an IngressClass is named by a domain, "/" and a name, in at most 250 characters.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateIngressClassSpec',
  check(spec, at, report) {
    const { controller } = spec;
    if (controller === undefined) report(at.field('controller'), 'is missing', 'name it: "k8s.io/ingress-nginx"');
    else if (controller.length <= MAX_CONTROLLER) checkField(report, at, spec, 'controller', domainPrefixedPathProblem);
    else report(at.field('controller'), `has ${controller.length} characters; ${MAX_CONTROLLER} fit`, 'shorten it');
  },
};

export const ingressParameters: Rule<'IngressClassParametersReference'> = {
  code: 'ingress-parameters',
  severity: 'error',
  on: 'IngressClassParametersReference',
  summary:
    'The parameters of an IngressClass are named in full, with a namespace if the scope is "Namespace", and else without.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateIngressClassParametersReference',
  check(parameters, at, report) {
    checkTypedReference(parameters, at, report);
    const { scope = 'Cluster', namespace } = parameters;
    if (scope === 'Namespace') {
      if (namespace === undefined) report(at.field('namespace'), 'is missing, and the scope is "Namespace"', 'name it');
      else checkField(report, at, parameters, 'namespace', dnsLabelProblem);
    } else if (namespace !== undefined) {
      report(at.field('namespace'), 'is there, and the scope is "Cluster"', 'take it away, or write scope: Namespace');
    }
  },
};
