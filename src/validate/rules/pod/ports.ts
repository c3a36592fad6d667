import type { Container, ContainerPort } from '../../../../imports/kubernetes/types';
import { portNameProblem } from '../../../manifest/name';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { isBarePod } from './bare-pod';

export const portName: FieldRule<'ContainerPort.name'> = {
  code: 'port-name',
  severity: 'error',
  fields: ['ContainerPort.name'],
  summary: 'The name of a port has at most 15 lower-case letters, digits and single dashes, as those of IANA.',
  mirrors: 'apimachinery/pkg/util/validation/validation.go: IsValidPortName',
  problem: (name) => (name === '' ? undefined : portNameProblem(name)),
};

export const hostPort: FieldRule<'ContainerPort.hostPort'> = {
  code: 'host-port',
  severity: 'error',
  fields: ['ContainerPort.hostPort'],
  summary: 'A port of the node is from 1 to 65535, or 0 for none, because TCP and UDP have no others.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerPorts',
  problem: (port) => (port >= 0 && port <= 65535 ? undefined : 'is not a port: give a number from 1 to 65535'),
};

export const duplicatePortName: Rule<'Container'> = {
  code: 'duplicate-port-name',
  severity: 'error',
  on: 'Container',
  needs: ['ContainerPort.name'],
  summary: 'The names of the ports of a container differ, because probes and Services find a port by its name.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerPorts',
  check({ ports }, at, report) {
    if (ports === undefined || ports.length < 2) return;
    for (const [index, { name = '' }] of ports.entries()) {
      const other = ports.findIndex((port) => port.name === name);
      if (name === '' || other === index) continue;
      const here = at.field('ports');
      report(here.item(index).field('name'), `"${name}" is that of ${here.item(other).text()}`, 'rename one of them');
    }
  },
};

export const hostAddress: Rule<'ContainerPort'> = {
  code: 'host-address',
  severity: 'warning',
  on: 'ContainerPort',
  needs: ['ContainerPort.hostIP'],
  summary: 'The address of the node on which a port is taken stands beside that port, or it has no effect.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodSpecAndMeta',
  check({ hostIP = '', hostPort = 0 }, at, report) {
    if (hostIP === '' || hostPort !== 0) return;
    report(at.field('hostIP'), `"${hostIP}" has no hostPort beside it`, 'give the hostPort, or take it away');
  },
};

export const hostPortConflict: Rule<'PodSpec'> = {
  code: 'host-port-conflict',
  severity: 'error',
  on: 'PodSpec',
  needs: ['ContainerPort.hostPort', 'PodSpec.hostNetwork'],
  summary: 'The ports of the node that a pod takes differ, because only one container can listen on each.',
  mirrors: 'pkg/apis/core/validation/validation.go: checkHostPortConflicts',
  check(spec, at, report, context) {
    // In a bare Pod, hostNetwork makes each port one of the node.
    reportHostPortConflicts(spec, spec.hostNetwork === true && isBarePod(context), at, report);
  },
};

interface Containers {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
}

/** @param all whether ports without a hostPort take the port of the node that has their number */
function reportHostPortConflicts(spec: Containers, all: boolean, at: Path, report: Report): void {
  conflictsAmong(spec.containers, all, at.field('containers'), report);
  // Init containers run one after another: each is for itself.
  for (const [index, container] of (spec.initContainers ?? []).entries()) {
    conflictsAmong([container], all, at.field('initContainers'), report, index);
  }
}

function conflictsAmong(containers: readonly Container[], all: boolean, at: Path, report: Report, first = 0): void {
  let taken: Map<string, Path> | undefined;
  for (const [index, { ports = [] }] of containers.entries()) {
    for (const [portIndex, port] of ports.entries()) {
      const number = hostPortOf(port, all);
      if (number === 0) continue;
      const here = at
        .item(first + index)
        .field('ports')
        .item(portIndex);
      const key = `${port.protocol === 'UDP' || port.protocol === 'SCTP' ? port.protocol : 'TCP'} ${number}`;
      const address = `${port.hostIP ?? ''} ${key}`;
      const other = (taken ??= new Map<string, Path>()).get(address);
      if (other === undefined) taken.set(address, here);
      else {
        const field = port.hostPort ? 'hostPort' : 'containerPort';
        report(here.field(field), `takes ${key} of the node, as ${other.text()} does`, 'take another port');
      }
    }
  }
}

function hostPortOf({ hostPort = 0, containerPort }: ContainerPort, all: boolean): number {
  return hostPort === 0 && all ? containerPort : hostPort;
}

export const hostNetworkPort: Rule<'PodSpec'> = {
  code: 'host-network-port',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.hostNetwork'],
  summary:
    'With hostNetwork the hostPort of a port is its containerPort, because the container listens on the node itself.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodHostNetworkDeps',
  check({ hostNetwork, containers }, at, report) {
    if (hostNetwork !== true) return;
    for (const [index, { ports = [] }] of containers.entries()) {
      for (const [portIndex, { hostPort = 0, containerPort }] of ports.entries()) {
        if (hostPort === 0 || hostPort === containerPort) continue;
        const here = at.field('containers').item(index).field('ports').item(portIndex);
        const message = `${hostPort} is not the containerPort ${containerPort}, though the pod uses the network of the node`;
        report(here.field('hostPort'), message, 'take it away, or hostNetwork');
      }
    }
  },
};
