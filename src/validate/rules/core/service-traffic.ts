import type { Service } from '../../../../imports/kubernetes/types';
import { labelKeyProblem } from '../../../manifest/name';
import { checkField, checkValue } from '../../check-field';
import type { Rule } from '../../rule';
import { checkLabels } from '../meta/check-labels';
import { cidrProblem } from '../cidr';
import { isExternallyAccessible } from './service-type';

export const serviceSelector: Rule<'ServiceSpec'> = {
  code: 'service-selector',
  severity: 'error',
  on: 'ServiceSpec',
  summary: 'The selector of a Service has keys and values that labels can have.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateService',
  check({ selector }, at, report) {
    checkLabels(report, at, 'selector', selector);
  },
};

const MAX_AFFINITY_SECONDS = 86_400;

export const sessionAffinity: Rule<'ServiceSpec'> = {
  code: 'session-affinity',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.sessionAffinityConfig'],
  summary: 'A Service sends a client to the same pod for 1 second to one day.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateClientIPAffinityConfig',
  check({ sessionAffinity, sessionAffinityConfig }, at, report) {
    const seconds = sessionAffinityConfig?.clientIP?.timeoutSeconds;
    if (sessionAffinity !== 'ClientIP' || seconds === undefined) return;
    if (seconds >= 1 && seconds <= MAX_AFFINITY_SECONDS) return;
    const here = at.field('sessionAffinityConfig').field('clientIP').field('timeoutSeconds');
    report(
      here,
      `${seconds} is not from 1 to ${MAX_AFFINITY_SECONDS}`,
      'give the seconds, or leave it out for 3 hours',
    );
  },
};

const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

export const loadBalancerField: Rule<'Service'> = {
  code: 'load-balancer-field',
  severity: 'error',
  on: 'Service',
  summary: 'What is about the load balancer stands in a Service of type LoadBalancer only.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateService, validateLoadBalancerClassField',
  check({ metadata, spec = {} }, at, report) {
    if (spec.type === 'LoadBalancer') return;
    const fix = 'take it away, or set the type to LoadBalancer';
    const here = at.field('spec');
    if (hasSourceRanges(spec))
      report(here.field('loadBalancerSourceRanges'), 'is for a Service of type LoadBalancer', fix);
    else if (metadata?.annotations?.[SOURCE_RANGES] !== undefined) {
      report(
        at.field('metadata').field('annotations').field(SOURCE_RANGES),
        'is for a Service of type LoadBalancer',
        fix,
      );
    }
    for (const field of ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const) {
      if (spec[field] !== undefined) report(here.field(field), 'is for a Service of type LoadBalancer', fix);
    }
  },
};

export const sourceRange: Rule<'Service'> = {
  code: 'source-range',
  severity: 'error',
  on: 'Service',
  summary: 'The clients that a load balancer lets in are ranges of IP addresses.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateService',
  check({ metadata, spec = {} }, at, report) {
    if (hasSourceRanges(spec)) {
      for (const [index, range] of (spec.loadBalancerSourceRanges ?? []).entries()) {
        checkValue(report, at.field('spec').field('loadBalancerSourceRanges'), index, range, paddedCidrProblem);
      }
      return;
    }
    const ranges = metadata?.annotations?.[SOURCE_RANGES]?.trim();
    if (ranges === undefined || ranges === '') return;
    const wrong = ranges.split(',').find(paddedCidrProblem);
    if (wrong !== undefined) {
      checkValue(report, at.field('metadata').field('annotations'), SOURCE_RANGES, wrong, paddedCidrProblem);
    }
  },
};

function hasSourceRanges({ loadBalancerSourceRanges = [] }: NonNullable<Service['spec']>): boolean {
  return loadBalancerSourceRanges.length > 0;
}

/** The server takes white space around a range. */
function paddedCidrProblem(range: string): string | undefined {
  return cidrProblem(range.trim());
}

export const loadBalancerClass: Rule<'ServiceSpec'> = {
  code: 'load-balancer-class',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.loadBalancerClass'],
  summary: 'The class of a load balancer is a name, or a domain, "/" and a name.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateLoadBalancerClassField',
  check(spec, at, report) {
    if (spec.type === 'LoadBalancer') checkField(report, at, spec, 'loadBalancerClass', labelKeyProblem);
  },
};

export const externalTrafficPolicy: Rule<'ServiceSpec'> = {
  code: 'external-traffic-policy',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.externalTrafficPolicy'],
  summary: 'Only a Service that one can come to from outside of the cluster has an externalTrafficPolicy.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateServiceExternalTrafficPolicy',
  check(spec, at, report) {
    if (spec.externalTrafficPolicy === undefined || isExternallyAccessible(spec)) return;
    const here = at.field('externalTrafficPolicy');
    report(
      here,
      'is for a Service of type NodePort or LoadBalancer, or with externalIPs',
      'take it away, or change the type',
    );
  },
};

export const healthCheckNodePort: Rule<'ServiceSpec'> = {
  code: 'health-check-node-port',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.healthCheckNodePort'],
  summary:
    'A Service of type LoadBalancer with the externalTrafficPolicy Local has a port of the nodes for health checks; no other has.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateServiceExternalTrafficPolicy',
  check({ type, externalTrafficPolicy, healthCheckNodePort = 0, ports = [] }, at, report) {
    if (healthCheckNodePort === 0) return;
    const here = at.field('healthCheckNodePort');
    if (type !== 'LoadBalancer' || externalTrafficPolicy !== 'Local') {
      report(here, 'is for a Service of type LoadBalancer with the externalTrafficPolicy Local', 'take it away');
    } else if (healthCheckNodePort < 1 || healthCheckNodePort > 65535) {
      report(here, `${healthCheckNodePort} is not a port`, 'give a number such as 31000, or take it away');
    } else if (ports.some(({ nodePort }) => nodePort === healthCheckNodePort)) {
      report(here, `${healthCheckNodePort} is the nodePort of a port`, 'take another port');
    }
  },
};

const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';

export const topologyMode: Rule<'Service'> = {
  code: 'topology-mode',
  severity: 'error',
  on: 'Service',
  summary: 'The annotation topology-mode of a Service and its older name topology-aware-hints say the same.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateService',
  check({ metadata }, at, report) {
    const mode = metadata?.annotations?.[TOPOLOGY_MODE];
    const hints = metadata?.annotations?.[TOPOLOGY_HINTS];
    if (mode === undefined || hints === undefined || mode === hints) return;
    const here = at.field('metadata').field('annotations').field(TOPOLOGY_MODE);
    report(here, `"${mode}" is not "${hints}", which ${TOPOLOGY_HINTS} says`, 'take the older annotation away');
  },
};
