import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const front = (chart: Chart) =>
  new WebService(chart, 'front', {
    image: 'nginxinc/nginx-unprivileged:1.29.1',
    port: 8080,
    // error: Type 'string' is not assignable to type 'number'.
    config: { mountPath: '/docker-entrypoint.d', files: { '40-render.sh': 'exec render' }, defaultMode: '0555' },
  });
