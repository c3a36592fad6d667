import type { ServiceSpec } from '../../../imports/kubernetes/types';
import { ROOT } from '../path';
import type { Report } from '../rule';
import { show } from '../show';
import type { AnyChangeRule, ChangeRule } from './change-rule';

const SPEC = ROOT.field('spec');
const FIX = 'keep it, or make a Service under another name';

const serviceAddressChange: ChangeRule<'v1/Service'> = {
  code: 'service-address-change',
  severity: 'error',
  kinds: ['v1/Service'],
  summary:
    'A Service keeps its address and the IP family that it is of, unless it becomes an ExternalName, or was one.',
  mirrors:
    'pkg/apis/core/validation/validation.go: validateUpgradeDowngradeClusterIPs, validateUpgradeDowngradeIPFamilies',
  check({ spec: was = {} }, { spec: is = {} }, report) {
    if (was.type === 'ExternalName' || is.type === 'ExternalName') return;
    // An address that is given no more stays, and one that was not given is anything but None.
    const old = was.clusterIP || was.clusterIPs?.[0] || undefined;
    const now = is.clusterIP || is.clusterIPs?.[0] || old;
    if (old !== now && (old !== undefined || now === 'None')) {
      const change = `was ${show(old) || 'an address'} and is ${show(now)}`;
      report(SPEC.field('clusterIP'), `${change}, but it cannot be changed`, FIX);
    }
    if (old === 'None' && is.clusterIP !== 'None' && (is.type === 'NodePort' || is.type === 'LoadBalancer')) {
      report(SPEC.field('type'), `is "${is.type}", but the Service stays headless, and has no address to open`, FIX);
    }
    const isHeadless = old === 'None' || now === 'None';
    if (!isHeadless) checkChoices(was, is, report);
    const what = releasedBy(was, is);
    if (what === undefined || is.ipFamilyPolicy === 'SingleStack') return;
    const policy = show(is.ipFamilyPolicy) || 'missing';
    report(SPEC.field('ipFamilyPolicy'), `is ${policy}, and the second ${what} is gone`, 'write "SingleStack"');
  },
};

/** The second address, and the first family, which are chosen once. */
function checkChoices(was: ServiceSpec, is: ServiceSpec, report: Report): void {
  const choices = [
    { field: 'clusterIPs', index: 1 },
    { field: 'ipFamilies', index: 0 },
  ] as const;
  for (const { field, index } of choices) {
    const [old, now] = [was[field]?.[index], is[field]?.[index]];
    if (old === undefined || now === undefined || old === now) continue;
    report(SPEC.field(field).item(index), `was "${old}" and is "${now}", but it cannot be changed`, FIX);
  }
}

/** Which of two a Service lets go. What is not given is what it was. */
function releasedBy(was: ServiceSpec, is: ServiceSpec): 'family' | 'address' | undefined {
  if (is.ipFamilies?.length === 1 && hasTwoFamilies(was)) return 'family';
  return is.clusterIPs?.length === 1 && was.clusterIPs?.length === 2 ? 'address' : undefined;
}

function hasTwoFamilies({ ipFamilies = [], ipFamilyPolicy, clusterIP, selector = {} }: ServiceSpec): boolean {
  if (ipFamilies.length === 2 || ipFamilyPolicy === 'RequireDualStack') return true;
  // Where a Service has neither addresses nor pods of its own, the server does not ask what the cluster has.
  return clusterIP === 'None' && Object.keys(selector).length === 0 && ipFamilyPolicy !== 'SingleStack';
}

const loadBalancerChange: ChangeRule<'v1/Service'> = {
  code: 'load-balancer-change',
  severity: 'error',
  kinds: ['v1/Service'],
  summary: 'A Service keeps the class and the health check port of its load balancer, as long as it has one.',
  mirrors:
    'pkg/apis/core/validation/validation.go: validateLoadBalancerClassField, validateServiceExternalTrafficFieldsUpdate',
  check(before, after, report) {
    const [was, is] = [before.spec, after.spec];
    if (was?.type !== 'LoadBalancer' || is?.type !== 'LoadBalancer') return;
    if (was.loadBalancerClass !== is.loadBalancerClass) {
      const change = `was ${show(was.loadBalancerClass) || 'missing'} and is ${show(is.loadBalancerClass) || 'gone'}`;
      report(SPEC.field('loadBalancerClass'), `${change}, but it cannot be changed`, FIX);
    }
    if (!isLocal(was) || !isLocal(is)) return;
    const [old, now] = [was.healthCheckNodePort, is.healthCheckNodePort];
    if (!old || !now || old === now) return; // What is not given is what it was.
    report(SPEC.field('healthCheckNodePort'), `was ${old} and is ${now}, but it cannot be changed`, FIX);
  },
};

function isLocal({ externalTrafficPolicy }: ServiceSpec): boolean {
  return externalTrafficPolicy === 'Local';
}

/** Changes of Services. */
export const SERVICE_CHANGES: readonly AnyChangeRule[] = [serviceAddressChange, loadBalancerChange];
