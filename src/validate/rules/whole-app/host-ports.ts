import type { PodSpec } from '../../../../imports/kubernetes/types';
import type { Item } from '../../inventory';
import type { AppRule } from '../../rule';
import { eachContainer } from '../pod/each-container';

export const takenHostPort: AppRule = {
  code: 'taken-host-port',
  severity: 'warning',
  on: 'the whole app',
  needs: ['DaemonSet'],
  summary: "A port of the nodes that a DaemonSet takes on all of them is no other pod's, because no node has it twice.",
  mirrors: 'pkg/scheduler/framework/plugins/nodeports/node_ports.go: Filter',
  check(inventory, report) {
    const owners = new Map<string, Item>();
    const isEarly = (item: Item): boolean => item.key.kind === 'DaemonSet';
    const inOrder = [
      ...inventory.pods.filter(({ item }) => isEarly(item)),
      ...inventory.pods.filter(({ item }) => !isEarly(item)),
    ];
    for (const { item, at, template } of inOrder) {
      const { spec } = template;
      if (spec === undefined || !isAnywhere(spec)) continue;
      eachContainer(spec, ({ ports = [] }, list, index) => {
        ports.forEach(({ containerPort, hostPort = 0, protocol = 'TCP', hostIP = '' }, place) => {
          const port = hostPort === 0 && spec.hostNetwork === true ? containerPort : hostPort;
          if (port === 0 || (hostIP !== '' && hostIP !== '0.0.0.0')) return;
          const owner = owners.get(`${port}/${protocol}`);
          if (owner === undefined) {
            if (isEarly(item)) owners.set(`${port}/${protocol}`, item);
          } else if (owner !== item && owner.key.name !== item.key.name) {
            const field = hostPort === 0 ? 'containerPort' : 'hostPort';
            const here = at.field('spec').field(list).item(index).field('ports').item(place).field(field);
            const message = `is ${port}, which the DaemonSet "${owner.key.name}" takes on each node`;
            report(item, here, message, 'take another port, or other nodes');
          }
        });
      });
    }
  },
};

/** Whether the pods may be on any node. */
function isAnywhere({ nodeSelector = {}, nodeName, affinity }: PodSpec): boolean {
  return Object.keys(nodeSelector).every((key) => key === 'kubernetes.io/os') && !nodeName && affinity === undefined;
}
