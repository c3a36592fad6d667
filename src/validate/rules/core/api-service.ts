import { dns1035LabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';

const MAX_GROUP_PRIORITY = 20_000;
const MAX_VERSION_PRIORITY = 1000;

export const apiService: Rule<'APIServiceSpec'> = {
  code: 'api-service',
  severity: 'error',
  on: 'APIServiceSpec',
  summary:
    'An APIService has a group, a version and priorities; only one with a Service says how to trust its certificate.',
  mirrors: 'k8s.io/kube-aggregator/pkg/apis/apiregistration/validation/validation.go: ValidateAPIService',
  check(spec, at, report) {
    const { group = '', version = '', service, insecureSkipTLSVerify = false } = spec;
    const hasBundle = /\S/.test(spec.caBundle ?? ''); // The base64 of nothing may have line breaks.
    if (group !== '') checkField(report, at, spec, 'group', dnsSubdomainProblem);
    else if (version !== 'v1') report(at, 'has no group', 'give one, such as "metrics.k8s.io"');
    checkField(report, at, { version }, 'version', dns1035LabelProblem);
    const most = { groupPriorityMinimum: MAX_GROUP_PRIORITY, versionPriority: MAX_VERSION_PRIORITY } as const;
    for (const field of ['groupPriorityMinimum', 'versionPriority'] as const) {
      if (spec[field] >= 1 && spec[field] <= most[field]) continue;
      report(at.field(field), `${spec[field]} is not from 1 to ${most[field]}`, 'give such a number, 100 for example');
    }
    if (service === undefined) {
      const fix = 'take it away, or name the service';
      if (hasBundle) report(at.field('caBundle'), 'is there without a service', fix);
      if (insecureSkipTLSVerify) report(at.field('insecureSkipTLSVerify'), 'is true without a service', fix);
      return;
    }
    for (const field of ['namespace', 'name'] as const) {
      if ((service[field] ?? '') === '')
        report(at.field('service'), `has no ${field}`, `give the ${field} of the Service`);
    }
    const { port = 443 } = service;
    if (port < 1 || port > 65535) {
      report(at.field('service').field('port'), `${port} is not a port`, 'give a number from 1 to 65535');
    }
    if (insecureSkipTLSVerify && hasBundle) {
      report(at.field('insecureSkipTLSVerify'), 'is true, and there is a caBundle to verify with', 'keep one of them');
    }
  },
};
