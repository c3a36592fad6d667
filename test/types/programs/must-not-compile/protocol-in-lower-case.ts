import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const dns = (chart: Chart) =>
  new WebService(chart, 'dns', {
    image: 'coredns/coredns:1.11.3',
    ports: { dns: { containerPort: 5353, protocol: 'udp' } },
  });
