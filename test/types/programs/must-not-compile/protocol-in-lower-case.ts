import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const dns = (chart: Chart) =>
  new WebService(chart, 'dns', {
    image: 'coredns/coredns:1.11.3',
    // error: Type '"udp"' is not assignable to type '...'. Did you mean '"UDP"'?
    ports: { dns: { containerPort: 5353, protocol: 'udp' } },
  });
