import { namedCapabilities } from '../pod/capabilities';
import type { PodPlan } from '../pod/pod-template';
import type { Privilege } from '../pod/security';

/** The annotation that says why a workload may do more than the restricted Pod Security Standard allows. */
const PRIVILEGE_REASON = 'cdk8s-workloads/privilege-reason';

/** Something beyond the restricted Pod Security Standard, which linters look for. */
export type Exemption =
  | 'root'
  | 'capabilities'
  | 'netRaw'
  | 'runtimeDefaultCapabilities'
  | 'privileged'
  | 'allowPrivilegeEscalation'
  | 'hostNetwork'
  | 'hostPID'
  | 'hostIPC'
  | 'hostPath'
  | 'hostPort';

interface LinterChecks {
  readonly kubeLinter?: readonly string[];
  readonly kubeScore?: readonly string[];
  readonly polaris?: readonly string[];
  readonly checkov?: readonly string[];
}

/** The checks of the common linters that each exemption fails, by the linters' own ids. */
const CHECKS: Readonly<Record<Exemption, LinterChecks>> = {
  root: {
    kubeLinter: ['run-as-non-root'],
    kubeScore: ['container-security-context-user-group-id'],
    polaris: ['runAsRootAllowed'],
    checkov: ['CKV_K8S_23', 'CKV_K8S_40'],
  },
  capabilities: { polaris: ['insecureCapabilities', 'dangerousCapabilities'], checkov: ['CKV_K8S_25', 'CKV_K8S_39'] },
  netRaw: { kubeLinter: ['drop-net-raw-capability'] },
  runtimeDefaultCapabilities: {
    kubeLinter: ['drop-net-raw-capability'],
    polaris: ['insecureCapabilities'],
    checkov: ['CKV_K8S_28', 'CKV_K8S_37'],
  },
  privileged: {
    kubeLinter: ['privileged-container', 'privilege-escalation-container', 'drop-net-raw-capability'],
    kubeScore: ['container-security-context-privileged'],
    polaris: ['runAsPrivileged', 'privilegeEscalationAllowed', 'insecureCapabilities', 'linuxHardening'],
    checkov: ['CKV_K8S_16', 'CKV_K8S_20', 'CKV_K8S_28', 'CKV_K8S_37'],
  },
  allowPrivilegeEscalation: {
    kubeLinter: ['privilege-escalation-container'],
    polaris: ['privilegeEscalationAllowed'],
    checkov: ['CKV_K8S_20'],
  },
  hostNetwork: { kubeLinter: ['host-network'], polaris: ['hostNetworkSet'], checkov: ['CKV_K8S_19'] },
  hostPID: { kubeLinter: ['host-pid'], polaris: ['hostPIDSet'], checkov: ['CKV_K8S_17'] },
  hostIPC: { kubeLinter: ['host-ipc'], polaris: ['hostIPCSet'], checkov: ['CKV_K8S_18'] },
  hostPath: { kubeLinter: ['sensitive-host-mounts'], polaris: ['hostPathSet'], checkov: ['CKV_K8S_27'] },
  hostPort: { polaris: ['hostPortSet'], checkov: ['CKV_K8S_26'] },
};

/**
 * The reason and the linters' suppressions for what the containers of a pod are allowed; nothing when nothing is.
 *
 * @param more what the pod itself is allowed, for the reason of its main container
 */
export function privilegeAnnotations(
  { main, pod }: PodPlan,
  more: readonly Exemption[] = [],
): Readonly<Record<string, string>> {
  const others = Object.entries({ ...pod.containers, ...pod.sidecars, ...pod.initContainers });
  const privileges = [
    ...(main.privilege ? [main.privilege] : []),
    ...others.flatMap(([name, { privilege }]) =>
      privilege ? [{ ...privilege, reason: `${name}: ${privilege.reason}` }] : [],
    ),
  ];
  if (privileges.length === 0) return {};
  const reason = privileges.map(({ reason }) => reason).join('; ');
  return exemptionAnnotations(reason, [...new Set([...privileges.flatMap(exemptions), ...more])]);
}

/** @param reason goes into {@link PRIVILEGE_REASON} and into each linter's own annotation */
function exemptionAnnotations(reason: string, granted: readonly Exemption[]): Readonly<Record<string, string>> {
  const ids = (linter: keyof LinterChecks): readonly string[] => [
    ...new Set(granted.flatMap((each) => CHECKS[each][linter] ?? [])),
  ];
  const kubeScore = ids('kubeScore');
  return {
    [PRIVILEGE_REASON]: reason,
    ...Object.fromEntries(ids('kubeLinter').map((id) => [`ignore-check.kube-linter.io/${id}`, reason])),
    ...(kubeScore.length > 0 && { 'kube-score/ignore': kubeScore.join(',') }),
    ...Object.fromEntries(ids('polaris').map((id) => [`polaris.fairwinds.com/${id}-exempt`, 'true'])),
    ...Object.fromEntries(ids('checkov').map((id, index) => [`checkov.io/skip${index + 1}`, `${id}=${reason}`])),
  };
}

function exemptions(privilege: Privilege): readonly Exemption[] {
  const capabilities = namedCapabilities(privilege.capabilities);
  return [
    ...(privilege.root === true ? (['root'] as const) : []),
    ...(capabilities.length > 0 ? (['capabilities'] as const) : []),
    ...(capabilities.includes('NET_RAW') ? (['netRaw'] as const) : []),
    ...(privilege.capabilities === 'runtime-default' ? (['runtimeDefaultCapabilities'] as const) : []),
    ...(privilege.privileged === true ? (['privileged'] as const) : []),
    ...(privilege.allowPrivilegeEscalation === true ? (['allowPrivilegeEscalation'] as const) : []),
  ];
}
