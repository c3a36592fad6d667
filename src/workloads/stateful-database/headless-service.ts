import type { Service } from '../../manifest/kubernetes';
import { servicePorts } from '../../pod/ports';
import type { ResolvedDatabase } from './resolve';

/** The Service that gives each pod a name in DNS, ready or not: the pods of a cluster find each other before they are. */
export function headlessService({ identity, headlessName, ports }: ResolvedDatabase): Service {
  // Nothing is between a client and a pod that would translate a port.
  const shown = ports.map(({ nodePort: _, ...port }) => ({ ...port, port: port.containerPort }));
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: headlessName, labels: identity.labels },
    spec: {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: identity.selector,
      ...(shown.length > 0 && { ports: servicePorts(shown) }),
    },
  };
}
