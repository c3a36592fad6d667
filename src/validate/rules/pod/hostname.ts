import { dnsLabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { checkValue } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';

export const hostname: FieldRule<'PodSpec.hostname' | 'PodSpec.subdomain'> = {
  code: 'hostname',
  severity: 'error',
  fields: ['PodSpec.hostname', 'PodSpec.subdomain'],
  summary: 'The hostname and the subdomain of a pod are DNS labels, because they are parts of its name in DNS.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePodSpec; ValidateStatefulSetSpec, which overwrites both',
  problem(name, { object }) {
    return name === '' || object.kind === 'StatefulSet' ? undefined : dnsLabelProblem(name);
  },
};

const MAX_HOSTNAME = 64;

export const hostnameOverride: Rule<'PodSpec'> = {
  code: 'hostname-override',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.hostnameOverride'],
  summary: 'A hostnameOverride is a DNS name of at most 64 characters, and excludes hostNetwork and setHostnameAsFQDN.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodHostName',
  check({ hostnameOverride, hostNetwork, setHostnameAsFQDN }, at, report) {
    if (hostnameOverride === undefined) return;
    const here = at.field('hostnameOverride');
    for (const [field, value] of Object.entries({ hostNetwork, setHostnameAsFQDN })) {
      if (value === true) report(here, `is there beside ${field}`, 'keep one of them');
    }
    checkValue(report, at, 'hostnameOverride', hostnameOverride, (name) => {
      return (
        dnsSubdomainProblem(name) ??
        (name.length > MAX_HOSTNAME ? `is too long: ${MAX_HOSTNAME} characters fit` : undefined)
      );
    });
  },
};
