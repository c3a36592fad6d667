import type { ContainerPort, PodSpec } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Rule } from '../../rule';

export const sharedPort: Rule<'PodSpec'> = {
  code: 'shared-port',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['ContainerPort'],
  summary:
    'Two containers of a pod do not listen on one port, because they share its network: the second cannot start.',
  check({ containers, initContainers = [], hostNetwork }, at, report) {
    // The ports of the node are another rule's.
    if (hostNetwork === true || containers.length + initContainers.length < 2) return;
    const owners = new Map<string, { readonly name: string; readonly onNode: string }>();
    eachPort({ containers, initContainers }, at, (port, name, here) => {
      const { containerPort, hostPort = 0, hostIP = '', protocol = 'TCP' } = port;
      const key = `${containerPort}/${protocol}`;
      const onNode = hostPort === 0 ? '' : `${hostIP}:${hostPort}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, { name, onNode });
      // That two take one port of the node is another rule's.
      else if (owner.name !== name && (onNode === '' || onNode !== owner.onNode)) {
        const message = `is ${containerPort}, on which the container "${owner.name}" listens, too`;
        report(here().field('containerPort'), message, 'give one of them another port');
      }
    });
  },
};

export const sharedPortName: Rule<'PodSpec'> = {
  code: 'shared-port-name',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['ContainerPort.name'],
  summary:
    'The ports of a pod have different names, because a Service that asks for a name gets the first port that has it.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodSpecAndMeta',
  check(spec, at, report) {
    if (spec.containers.length + (spec.initContainers?.length ?? 0) < 2) return;
    const owners = new Map<string, string>();
    eachPort(spec, at, ({ name = '' }, container, here) => {
      const owner = owners.get(name);
      if (name === '' || owner === container) return;
      if (owner === undefined) owners.set(name, container);
      else
        report(here().field('name'), `"${name}" is that of a port of the container "${owner}"`, 'rename one of them');
    });
  },
};

/** Visits the ports of the containers that are there at the same time: init containers that go on are beside the others. */
function eachPort(
  { containers, initContainers = [] }: Pick<PodSpec, 'containers' | 'initContainers'>,
  at: Path,
  visit: (port: ContainerPort, container: string, here: () => Path) => void,
): void {
  const sidecars = initContainers.map((each) => (each.restartPolicy === 'Always' ? each : undefined));
  for (const [list, each] of [['initContainers', sidecars] as const, ['containers', containers] as const]) {
    each.forEach((container, index) => {
      container?.ports?.forEach((port, place) => {
        visit(port, container.name, () => at.field(list).item(index).field('ports').item(place));
      });
    });
  }
}

export const hostNetworkDns: Rule<'PodSpec'> = {
  code: 'host-network-dns',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['PodSpec.hostNetwork'],
  summary:
    'A pod in the network of its node asks the cluster for names with ClusterFirstWithHostNet; with ClusterFirst it asks its node, which knows no Services.',
  mirrors: 'pkg/kubelet/network/dns/dns.go: getPodDNSType',
  check({ hostNetwork, dnsPolicy }, at, report) {
    if (hostNetwork !== true || dnsPolicy !== 'ClusterFirst') return;
    const fix = 'write "ClusterFirstWithHostNet", or leave it out';
    report(at.field('dnsPolicy'), '"ClusterFirst" means "Default" with hostNetwork, and that finds no Services', fix);
  },
};

export const headlessPort: Rule<'ServiceSpec'> = {
  code: 'headless-port',
  severity: 'warning',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.clusterIP'],
  summary:
    'A port of a headless Service is that of its pods, because its name leads to the pods themselves and nothing translates the port.',
  mirrors: 'pkg/proxy/util/utils.go: ShouldSkipService',
  check({ clusterIP, type, ports = [], selector }, at, report) {
    if (clusterIP !== 'None' || type === 'ExternalName' || selector === undefined) return;
    ports.forEach(({ port, targetPort = 0 }, index) => {
      if (typeof targetPort === 'string' || targetPort === 0 || targetPort === port) return;
      const here = at.field('ports').item(index).field('port');
      report(
        here,
        `is ${port}, but without a cluster IP clients reach the pods themselves, which listen on ${targetPort}`,
        `write ${targetPort}`,
      );
    });
  },
};

export const externalNameTarget: Rule<'ServiceSpec'> = {
  code: 'external-name-target',
  severity: 'warning',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.externalName'],
  summary:
    'An externalName is a full host name, because DNS gives it as an alias: neither an address nor a short name leads anywhere.',
  check({ type, externalName = '' }, at, report) {
    // What is no name at all is another rule's.
    if (type !== 'ExternalName' || !/^[\w.-]+$/.test(externalName)) return;
    const here = at.field('externalName');
    if (/^\d+\.\d+\.\d+\.\d+$/.test(externalName)) {
      const fix = 'make a Service without a selector, and an EndpointSlice that has the address';
      report(here, `"${externalName}" is an address, not a name`, fix);
    } else if (!externalName.includes('.')) {
      const fix = `write the whole name, such as "${externalName}.<namespace>.svc.cluster.local"`;
      report(here, `"${externalName}" is a short name, which is looked up outside the cluster`, fix);
    }
  },
};
