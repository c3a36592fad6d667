import type { IConstruct } from 'constructs';
import type { PodSpec, Toleration, Volume } from '../../manifest/kubernetes';
import { defined } from '../../values/defined';
import { dnsLabelProblem } from '../../manifest/name';
import { hostPathProblem, mountPathProblem, subPathProblem } from '../../manifest/path';
import { intOrPercentProblem, type IntOrPercent } from '../../manifest/percent';
import { portProblem } from '../../manifest/port';
import { keyed, type Problems } from '../../props/problem';
import { wholeNumberFrom } from '../../props/whole-number';
import { CONFIG_VOLUME } from '../../pod/config-files';
import { hostVolumeName, type OwnMount } from '../../pod/mounts';
import { podPorts } from '../../pod/pod-template';
import { mainPorts, publicPorts, resolvePorts, type NamedPort } from '../../pod/ports';
import { checkNetworkAccess } from '../network-policy';
import { checkService, withServiceSide } from '../service';
import type { Privilege } from '../../pod/security';
import { privilegeAnnotations, type Exemption } from '../privilege-annotations';
import { checkWorkload, resolveWorkload, type ResolvedWorkload } from '../resolve-workload';
import { sharedWaysOut, unless, unlessFalse, type WaysOut } from '../overrides';
import { takenVolumeProblem } from '../taken-volume';
import type { AgentUpdateStrategy, Host, NodeAgentOverrides, NodeAgentProps } from './props';

/** A NodeAgent with its defaults decided. */
export interface ResolvedAgent extends ResolvedWorkload {
  readonly own: NodeAgentProps;
  /** Of the main container. */
  readonly ports: readonly NamedPort[];
  /** The ports that are not for the pods alone, of all containers. */
  readonly publicPorts: readonly NamedPort[];
  /** Of all containers. */
  readonly podPorts: readonly NamedPort[];
}

const EVERY_NODE: readonly Toleration[] = [{ operator: 'Exists' }];

export function resolveAgent(construct: IConstruct, own: NodeAgentProps): ResolvedAgent {
  const { host, nodes, ...rest } = own;
  const onHost = resolvePorts(own.ports).map((port) => {
    const hostPort = host?.ports?.[port.name];
    return hostPort === undefined ? port : { ...port, hostPort };
  });
  const all = withServiceSide(podPorts(onHost, own), own.service);
  const ports = mainPorts(all);
  const privilege = host && privilegeOf(host);
  const volumeNames = hostVolumeNames(host);
  const tolerations = nodes === 'every' ? EVERY_NODE : own.tolerations;
  const props = { ...rest, ...(tolerations && { tolerations }), ...(privilege && { privilege }) };
  const workload = resolveWorkload(construct, 'agent', props, {
    ports,
    volumes: hostVolumes(host, volumeNames),
    readOnlyVolumes: new Map(
      Object.entries(host?.paths ?? {}).map(([path, { readOnly }]) => [
        volumeNames.get(path) ?? path,
        { prop: keyed('host.paths', path), mayWrite: readOnly === false },
      ]),
    ),
    mounts: hostMounts(host, volumeNames),
    fields: hostFields(own),
    privilegeProp: 'host',
  });
  const annotations = { ...privilegeAnnotations(workload.podPlan, hostExemptions(host)), ...own.annotations };
  return { ...workload, annotations, own, ports, publicPorts: publicPorts(all), podPorts: all };
}

export function checkAgent(problems: Problems, agent: ResolvedAgent): void {
  checkWorkload(problems, ['DaemonSet'], agent);
  const { own, ports } = agent;
  if (own.service) checkService(problems, agent.publicPorts, own.service, own.overrides?.service?.spec?.type);
  if (own.service && agent.publicPorts.length === 0) {
    problems.add('service', undefined, 'has no port to show: declare one in ports');
  }
  checkNetworkAccess(problems, own.networkPolicy, agent.podPorts);
  if (own.nodes === 'every' && own.tolerations !== undefined) {
    const problem = 'stand beside nodes "every", which tolerates all taints: leave one of them out';
    problems.add('tolerations', undefined, problem);
  }
  problems.check('minReadySeconds', own.minReadySeconds, wholeNumberFrom(0));
  problems.check('revisionHistoryLimit', own.revisionHistoryLimit, wholeNumberFrom(0));
  if (own.updateStrategy) checkUpdateStrategy(problems.at('updateStrategy'), own.updateStrategy);
  if (own.host) checkHost(problems.at('host'), own.host, ports, own.config !== undefined);
}

export function waysOut(agent: ResolvedAgent): WaysOut<NodeAgentOverrides> {
  const { host, networkPolicy, service } = agent.own;
  return {
    ...sharedWaysOut(agent),
    daemonSet: undefined,
    service: unless(service, 'give service'),
    networkPolicy:
      unless(host?.network !== true, "leave it out, because no policy reaches the node's network") ??
      unlessFalse('networkPolicy', networkPolicy),
  };
}

function checkUpdateStrategy(problems: Problems, strategy: AgentUpdateStrategy): void {
  if (!('rollingUpdate' in strategy) || strategy.rollingUpdate === undefined) return;
  const { type, rollingUpdate } = strategy;
  if ((type as string | undefined) === 'OnDelete') {
    problems.add('rollingUpdate', undefined, 'stands beside type "OnDelete": leave one of them out');
  }
  for (const field of ['maxUnavailable', 'maxSurge'] as const) {
    problems.check(`rollingUpdate.${field}`, rollingUpdate[field], (value: IntOrPercent) =>
      value === 0 || value === '0%'
        ? 'lets no pod be replaced: allow at least one'
        : intOrPercentProblem(value, { max: '100%' }),
    );
  }
  if (rollingUpdate.maxUnavailable !== undefined && rollingUpdate.maxSurge !== undefined) {
    problems.add('rollingUpdate', undefined, 'has maxUnavailable and maxSurge: give one of them');
  }
}

function checkHost(problems: Problems, host: Host, ports: readonly NamedPort[], hasConfig: boolean): void {
  const names = new Map(hasConfig ? [[CONFIG_VOLUME, 'the config files']] : []);
  for (const [path, { mountPath, name, mountPropagation, subPath }] of Object.entries(host.paths ?? {})) {
    problems.check('paths', path, hostPathProblem);
    const at = problems.at(keyed('paths', path));
    at.check('mountPath', mountPath, mountPathProblem);
    at.check('subPath', subPath, subPathProblem);
    at.check('name', name, (text) => takenVolumeProblem(names.get(text)) ?? dnsLabelProblem(text));
    if (name !== undefined) names.set(name, keyed('host.paths', path));
    for (const [field, value] of Object.entries({ mountPropagation, subPath })) {
      if (value === undefined || mountPath !== undefined) continue;
      at.add(
        field,
        value,
        'is of the mount at mountPath, and there is none: say it where a container mounts the volume',
      );
    }
  }
  checkHostPorts(problems, host, ports);
}

function checkHostPorts(problems: Problems, host: Host, ports: readonly NamedPort[]): void {
  const taken = new Map<string, string>();
  for (const [name, hostPort] of Object.entries(host.ports ?? {})) {
    const prop = keyed('ports', name);
    problems.check(prop, hostPort, portProblem);
    const declared = ports.find((port) => port.name === name);
    if (declared === undefined) {
      problems.add('ports', name, 'is not declared: add it to the ports of the agent');
      continue;
    }
    const socket = `${hostPort}/${declared.protocol ?? 'TCP'}`;
    const other = taken.get(socket);
    taken.set(socket, keyed('host.ports', name));
    if (other !== undefined) problems.add(prop, hostPort, `is ${other} already: take another`);
    else if (host.network === true && declared.containerPort !== hostPort) {
      const problem = `is not ${declared.prop} (${declared.containerPort}): in the node's network they are one port, so leave it out`;
      problems.add(prop, hostPort, problem);
    }
  }
}

/** Each path of the node is one volume, which is named by it unless it has a name. */
function hostVolumeNames(host: Host | undefined): ReadonlyMap<string, string> {
  const paths = Object.entries(host?.paths ?? {});
  const taken = new Set(paths.flatMap(([, { name }]) => name ?? []));
  return new Map(paths.map(([path, { name }]) => [path, name ?? hostVolumeName(path, taken)]));
}

function hostVolumes(host: Host | undefined, names: ReadonlyMap<string, string>): readonly Volume[] {
  return Object.entries(host?.paths ?? {}).map(([path, { type }]) => ({
    name: names.get(path) ?? path,
    hostPath: { path, ...(type !== undefined && { type }) },
  }));
}

function hostMounts(host: Host | undefined, names: ReadonlyMap<string, string>): readonly OwnMount[] {
  return Object.entries(host?.paths ?? {}).flatMap(([path, { mountPath, readOnly, mountPropagation, subPath }]) => {
    if (mountPath === undefined) return [];
    const mount = { volume: names.get(path) ?? path, readOnly, mountPropagation, subPath };
    return [{ prop: keyed('host.paths', path), path: mountPath, mount: defined(mount) }];
  });
}

function hostFields({ host, dnsPolicy }: NodeAgentProps): Partial<PodSpec> {
  return {
    // With ClusterFirst a pod in the node's network would ask the node's DNS server, which knows no Service.
    ...(host?.network === true && { hostNetwork: true, dnsPolicy: dnsPolicy ?? 'ClusterFirstWithHostNet' }),
    ...(host?.pid === true && { hostPID: true }),
    ...(host?.ipc === true && { hostIPC: true }),
  };
}

function privilegeOf({ reason, root, capabilities, privileged, allowPrivilegeEscalation }: Host): Privilege {
  return {
    reason,
    ...(root !== undefined && { root }),
    ...(capabilities && { capabilities }),
    ...(privileged !== undefined && { privileged }),
    ...(allowPrivilegeEscalation !== undefined && { allowPrivilegeEscalation }),
  };
}

/** Beyond those that {@link Privilege} grants. */
function hostExemptions(host: Host | undefined): readonly Exemption[] {
  const granted: Readonly<Partial<Record<Exemption, boolean>>> = {
    hostNetwork: host?.network === true,
    hostPID: host?.pid === true,
    hostIPC: host?.ipc === true,
    hostPath: Object.keys(host?.paths ?? {}).length > 0,
    hostPort: Object.keys(host?.ports ?? {}).length > 0,
  };
  // The keys are those of the object above.
  return Object.entries(granted).flatMap(([name, is]) => (is ? [name as Exemption] : []));
}
