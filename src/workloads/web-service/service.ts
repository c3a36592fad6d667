import type { Service } from '../../manifest/kubernetes';
import { servicePorts } from '../../pod/ports';
import type { ServiceProps } from './props';
import type { ResolvedWeb } from './resolve';

export function service({ identity, ports }: ResolvedWeb, props: ServiceProps = {}): Service {
  // The ports of the Service are among `ports` already.
  const { annotations, port: _port, nodePort: _nodePort, ...fields } = props;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: identity.name, labels: identity.labels, ...(annotations && { annotations }) },
    spec: { ...fields, selector: identity.selector, ports: servicePorts(ports) },
  };
}
