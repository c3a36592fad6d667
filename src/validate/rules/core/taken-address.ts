import type { ServiceSpec } from '../../../../imports/kubernetes/types';
import type { Item } from '../../inventory';
import { type Path, ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { clusterIPsOf } from './service-type';

export const takenAddress: AppRule = {
  code: 'taken-address',
  severity: 'warning',
  on: 'the whole app',
  needs: ['ServicePort.nodePort', 'ServiceSpec.clusterIP', 'ServiceSpec.healthCheckNodePort'],
  summary:
    'A port of the nodes and an address in the cluster are of one Service, in whatever namespace: the server refuses the second.',
  mirrors: 'pkg/registry/core/service/portallocator, ipallocator: Allocate',
  check(inventory, report) {
    const owners = new Map<string, Item>();
    for (const item of inventory.ofKind('v1/Service')) {
      // Of a Service that is there twice, another rule speaks.
      if (item.object.spec === undefined || inventory.find(item.key) !== item) continue;
      for (const { what, at } of takenBy(item.object.spec)) {
        const owner = owners.get(what);
        if (owner === undefined) owners.set(what, item);
        else if (owner !== item) {
          const { name, namespace } = owner.key;
          const other = namespace === undefined ? name : `${namespace}/${name}`;
          report(item, at, `is ${what}, which the Service "${other}" takes`, 'take another, or leave it to the server');
        }
      }
    }
  },
};

interface Taken {
  readonly what: string;
  readonly at: Path;
}

function takenBy(spec: ServiceSpec): readonly Taken[] {
  const { type = 'ClusterIP', ports = [], healthCheckNodePort = 0 } = spec;
  const root = ROOT.field('spec');
  const addresses = type === 'ExternalName' ? [] : clusterIPsOf(spec).filter((address) => address !== 'None');
  const taken = addresses.map((address) => ({ what: address, at: root.field('clusterIP') }));
  if (type !== 'NodePort' && type !== 'LoadBalancer') return taken;
  ports.forEach(({ nodePort = 0 }, index) => {
    if (nodePort !== 0) taken.push({ what: String(nodePort), at: root.field('ports').item(index).field('nodePort') });
  });
  if (healthCheckNodePort !== 0)
    taken.push({ what: String(healthCheckNodePort), at: root.field('healthCheckNodePort') });
  return taken;
}
