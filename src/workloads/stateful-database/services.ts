import type { Service } from '../../manifest/kubernetes';
import { servicePorts } from '../../pod/ports';
import type { ResolvedDatabase } from './resolve';

/** The Service that clients use; it reaches the pods that are ready. */
export function clientService({ identity, props, ports }: ResolvedDatabase): Service {
  const { serviceAnnotations: annotations } = props;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: identity.name, labels: identity.labels, ...(annotations && { annotations }) },
    spec: { selector: identity.selector, ports: servicePorts(ports) },
  };
}

/** The Service that gives each pod a name in DNS, ready or not: the pods of a cluster find each other before they are. */
export function headlessService({ identity, headlessName, ports }: ResolvedDatabase): Service {
  const shown = ports.map(({ nodePort: _, ...port }) => port);
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
