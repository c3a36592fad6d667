import type { IConstruct } from 'constructs';
import type { PodSpec, Toleration, Volume } from '../../manifest/kubernetes';
import { hostPathProblem } from '../../manifest/path';
import { intOrPercentProblem } from '../../manifest/percent';
import { portProblem } from '../../manifest/port';
import { keyed, type Problems } from '../../manifest/problem';
import type { Mounts } from '../../pod/mounts';
import { resolvePorts, type NamedPort } from '../../pod/ports';
import { exemptionAnnotations, exemptions, type Exemption } from '../privilege-annotations';
import { checkWorkload, resolveWorkload, type ResolvedWorkload } from '../resolve-workload';
import type { Host, NodeAgentProps } from './props';

/** A NodeAgent with its defaults decided. */
export interface ResolvedAgent extends ResolvedWorkload {
  readonly own: NodeAgentProps;
  readonly ports: readonly NamedPort[];
}

const EVERY_NODE: readonly Toleration[] = [{ operator: 'Exists' }];

export function resolveAgent(construct: IConstruct, own: NodeAgentProps): ResolvedAgent {
  const { host, nodes, ...rest } = own;
  const ports = resolvePorts('agent', undefined, own.ports).map((port) => {
    const hostPort = host?.ports?.[port.name];
    return hostPort === undefined ? port : { ...port, hostPort };
  });
  const privilege = host && privilegeOf(host);
  const tolerations = nodes === 'every' ? EVERY_NODE : own.tolerations;
  const props = { ...rest, ...(tolerations && { tolerations }), ...(privilege && { privilege }) };
  const workload = resolveWorkload(construct, 'agent', props, {
    ports,
    volumes: hostVolumes(host),
    mounts: hostMounts(host),
    fields: hostFields(own),
  });
  const annotations = host ? { ...exemptionAnnotations(host.reason, hostExemptions(host)), ...own.annotations } : workload.annotations;
  return { ...workload, annotations, own, ports };
}

export function checkAgent(problems: Problems, agent: ResolvedAgent): void {
  checkWorkload(problems, 'DaemonSet', agent);
  const { own, ports } = agent;
  const { host, updateStrategy } = own;
  if (own.nodes === 'every' && own.tolerations !== undefined) {
    problems.add('tolerations', undefined, 'stand beside nodes "every", which tolerates all taints: leave one of them out');
  }
  const { maxSurge, maxUnavailable } = updateStrategy?.rollingUpdate ?? {};
  const at = problems.at('updateStrategy.rollingUpdate');
  at.check('maxSurge', maxSurge, intOrPercentProblem);
  at.check('maxUnavailable', maxUnavailable, intOrPercentProblem);
  if (maxUnavailable === 0 || maxUnavailable === '0%' || maxSurge === 0 || maxSurge === '0%') {
    at.add('', undefined, 'lets no pod be replaced: allow at least one');
  }
  if (host === undefined) return;
  if (typeof host.reason !== 'string' || host.reason.trim() === '') {
    problems.add('host.reason', undefined, 'is missing: say why the agent needs its node');
  }
  for (const path of Object.keys(host.paths ?? {})) problems.check('host.paths', path, hostPathProblem);
  for (const [name, port] of Object.entries(host.ports ?? {})) {
    problems.check(keyed('host.ports', name), port, portProblem);
    if (!ports.some((declared) => declared.name === name)) problems.add('host.ports', name, 'is not declared: add it to ports');
  }
}

/** Names of volumes are those of the paths on the node, so that each node path is one volume. */
function hostVolumes(host: Host | undefined): readonly Volume[] {
  return Object.entries(host?.paths ?? {}).map(([path, { type }]) => ({
    name: hostVolumeName(path),
    hostPath: { path, ...(type !== undefined && { type }) },
  }));
}

function hostMounts(host: Host | undefined): Mounts {
  return Object.fromEntries(
    Object.entries(host?.paths ?? {}).map(([path, { mountPath, readOnly = true, mountPropagation, subPath }]) => [
      mountPath,
      {
        volume: hostVolumeName(path),
        ...(readOnly && { readOnly }),
        ...(mountPropagation !== undefined && { mountPropagation }),
        ...(subPath !== undefined && { subPath }),
      },
    ]),
  );
}

function hostVolumeName(path: string): string {
  const name = path.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `host-${name || 'root'}`;
}

function hostFields({ host, dnsPolicy }: NodeAgentProps): Partial<PodSpec> {
  return {
    // With ClusterFirst a pod in the node's network would ask the node's DNS server, which knows no Service.
    ...(host?.network === true && { hostNetwork: true, dnsPolicy: dnsPolicy ?? 'ClusterFirstWithHostNet' }),
    ...(host?.pid === true && { hostPID: true }),
    ...(host?.ipc === true && { hostIPC: true }),
  };
}

function privilegeOf({ reason, root, capabilities, privileged, allowPrivilegeEscalation }: Host): Host {
  return {
    reason,
    ...(root !== undefined && { root }),
    ...(capabilities && { capabilities }),
    ...(privileged !== undefined && { privileged }),
    ...(allowPrivilegeEscalation !== undefined && { allowPrivilegeEscalation }),
  };
}

function hostExemptions(host: Host): readonly Exemption[] {
  const granted: Readonly<Partial<Record<Exemption, boolean>>> = {
    hostNetwork: host.network === true,
    hostPID: host.pid === true,
    hostIPC: host.ipc === true,
    hostPath: Object.keys(host.paths ?? {}).length > 0,
    hostPort: Object.keys(host.ports ?? {}).length > 0,
  };
  const used = Object.entries(granted).filter(([, is]) => is);
  // The keys are those of the object above.
  return [...exemptions(host), ...used.map(([name]) => name as Exemption)];
}
