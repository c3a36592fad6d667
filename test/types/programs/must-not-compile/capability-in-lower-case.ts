import type { Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const net = (chart: Chart) =>
  new NodeAgent(chart, 'net', {
    image: 'ghcr.io/shop/net:1.0.0',
    // error: Type '"net_admin"' is not assignable to type '...'. Did you mean '"NET_ADMIN"'?
    host: { reason: 'sets up the network', capabilities: ['net_admin'] },
  });
