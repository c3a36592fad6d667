import { Testing } from 'cdk8s';
import { BatchJob, type PodProps } from 'cdk8s-workloads';

export const chart = Testing.chart();
const pod: PodProps = {
  imagePullSecrets: ['registry', 'other-registry'],
  terminationGracePeriodSeconds: 60,
  hostAliases: [{ ip: '10.0.0.1', hostnames: ['legacy'] }],
  dnsPolicy: 'None',
  dnsConfig: { nameservers: ['10.0.0.10'], options: [{ name: 'ndots', value: '2' }] },
  hostUsers: false,
  shareProcessNamespace: true,
  enableServiceLinks: false,
};

new BatchJob(chart, 'migrate', {
  image: 'ghcr.io/shop/api:2.3.1',
  ...pod,
  serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/shop' } },
  automountServiceAccountToken: true,
  terminationMessagePolicy: 'FallbackToLogsOnError',
});
