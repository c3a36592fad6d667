import type { Inventory } from '../../inventory';
import { enforcedPolicy, type PodSecurityPolicy } from '../../pod-security/policy';
import { podSecurityViolations } from '../../pod-security/violations';
import type { AppReport, AppRule } from '../../rule';

const MIRRORS = 'k8s.io/pod-security-admission/admission/admission.go: EvaluatePod';

export const podSecurity: AppRule = {
  code: 'pod-security',
  severity: 'error',
  on: 'the whole app',
  needs: ['Namespace'],
  summary: 'A Pod keeps to the level of pod security that its namespace enforces.',
  mirrors: MIRRORS,
  check: (inventory, report) => checkPods(inventory, report, (kind) => kind === 'Pod'),
};

export const podSecurityTemplate: AppRule = {
  code: 'pod-security-template',
  severity: 'warning',
  on: 'the whole app',
  needs: ['Namespace'],
  summary:
    'Pods keep to the level of pod security that their namespace enforces: the workload is taken, but its pods are refused.',
  mirrors: MIRRORS,
  check: (inventory, report) => checkPods(inventory, report, (kind) => kind !== 'Pod'),
};

function checkPods(inventory: Inventory, report: AppReport, isMeant: (kind: string) => boolean): void {
  const policies = policiesOf(inventory);
  if (policies.size === 0) return;
  for (const { item, at, template } of inventory.pods) {
    const { kind, namespace } = item.key;
    const policy = namespace === undefined || !isMeant(kind) ? undefined : policies.get(namespace);
    if (policy === undefined) continue;
    for (const { at: place, message, fix } of podSecurityViolations(policy, template, at)) {
      report(item, place, `${message}, and the namespace "${namespace}" enforces "${policy.level}" pod security`, fix);
    }
  }
}

/** By namespace, where something is enforced. */
function policiesOf(inventory: Inventory): ReadonlyMap<string, PodSecurityPolicy> {
  const policies = new Map<string, PodSecurityPolicy>();
  for (const { key, object } of inventory.ofKind('v1/Namespace')) {
    const policy = enforcedPolicy(object.metadata?.labels);
    if (policy !== undefined && policy.level !== 'privileged') policies.set(key.name, policy);
  }
  return policies;
}
