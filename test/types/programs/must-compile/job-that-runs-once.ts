import { Testing } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const chart = Testing.chart();

const migrate = new BatchJob(chart, 'migrate', {
  image: 'ghcr.io/shop/api:2.3.1',
  command: ['migrate', 'up'],
  rerunOnChange: true,
  backoffLimit: 2,
  activeDeadlineSeconds: 600,
  ttlSecondsAfterFinished: 3600,
  suspend: false,
  podReplacementPolicy: 'Failed',
  completion: { mode: 'Once' },
});
export const name: string = migrate.name;
