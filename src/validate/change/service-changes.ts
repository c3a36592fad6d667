import type { ServiceSpec } from '../../../imports/kubernetes/types';
import { ROOT } from '../path';
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
    const old = was.clusterIP || undefined;
    const now = is.clusterIP || old;
    if (old !== now && (old !== undefined || now === 'None')) {
      const change = `was ${show(old) || 'an address'} and is ${show(now)}`;
      report(SPEC.field('clusterIP'), `${change}, but it cannot be changed`, FIX);
    }
    if (old === 'None' && is.clusterIP !== 'None' && (is.type === 'NodePort' || is.type === 'LoadBalancer')) {
      report(SPEC.field('type'), `is "${is.type}", but the Service stays headless, and has no address to open`, FIX);
    }
    if (old === 'None' || now === 'None') return;
    const [families, other] = [was.ipFamilies ?? [], is.ipFamilies ?? []];
    if (families[0] !== undefined && other[0] !== undefined && families[0] !== other[0]) {
      const place = SPEC.field('ipFamilies').item(0);
      report(place, `was "${families[0]}" and is "${other[0]}", but the first one cannot be changed`, FIX);
    } else if (families.length > 1 && other.length === 1 && is.ipFamilyPolicy !== 'SingleStack') {
      const place = SPEC.field('ipFamilyPolicy');
      report(place, `is ${show(is.ipFamilyPolicy) || 'missing'}, and a family is gone`, 'write "SingleStack"');
    }
  },
};

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
