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
    const owners = new Map<string, string>();
    // Of the init containers, those that go on are there beside the others.
    const sidecars = initContainers.map((each) => (each.restartPolicy === 'Always' ? each : undefined));
    for (const [list, each] of [['initContainers', sidecars] as const, ['containers', containers] as const]) {
      each.forEach((container, index) => {
        container?.ports?.forEach(({ containerPort, hostPort = 0, protocol = 'TCP' }, place) => {
          if (hostPort !== 0) return;
          const port = `${containerPort}/${protocol}`;
          const owner = owners.get(port);
          if (owner === undefined) owners.set(port, container.name);
          else if (owner !== container.name) {
            const here = at.field(list).item(index).field('ports').item(place).field('containerPort');
            report(
              here,
              `is ${containerPort}, on which the container "${owner}" listens, too`,
              'give one of them another port',
            );
          }
        });
      });
    }
  },
};

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
    if (type !== 'ExternalName' || externalName === '') return;
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
