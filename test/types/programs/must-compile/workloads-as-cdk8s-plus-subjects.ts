import { Chart, Testing } from 'cdk8s';
import { ApiResource, Role, RoleBinding, type ISubject } from 'cdk8s-plus-28';
import { BatchJob, NodeAgent, type Workload } from 'cdk8s-workloads';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
const workloads: Workload[] = [
  new BatchJob(chart, 'migrate', { image: 'ghcr.io/shop/api:2.3.1' }),
  new NodeAgent(chart, 'logs', { image: 'fluent/fluentd:v1.17', serviceAccount: 'existing' }),
];
const subjects: ISubject[] = workloads;
const role = new Role(chart, 'reader');
role.allowRead(ApiResource.PODS);

new RoleBinding(chart, 'readers', { role }).addSubjects(...subjects);
