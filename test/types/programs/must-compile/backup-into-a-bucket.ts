import { Testing } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const chart = Testing.chart();

new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  backup: {
    schedule: '@daily',
    image: 'ghcr.io/shop/pg-to-s3:1.2.0',
    command: ['pg-to-s3'],
    user: 1000,
    group: 1000,
    serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/orders-backup' } },
  },
});
