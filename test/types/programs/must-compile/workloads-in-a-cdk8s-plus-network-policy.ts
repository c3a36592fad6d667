import { Chart, Testing } from 'cdk8s';
import { NetworkPolicy, NetworkPolicyPort, type INetworkPolicyPeer, type IPodSelector } from 'cdk8s-plus-28';
import { BatchJob, NodeAgent, ScheduledJob, StatefulDatabase, WebService } from 'cdk8s-workloads';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
const orders = new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999, port: 5432 });
const api = new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080 });
const logs = new NodeAgent(chart, 'logs', { image: 'fluent/fluentd:v1.17' });
const migrate = new BatchJob(chart, 'migrate', { image: 'ghcr.io/shop/api:2.3.1' });
const report = new ScheduledJob(chart, 'report', { schedule: '@daily', job: { image: 'ghcr.io/shop/api:2.3.1' } });

const selectors: IPodSelector[] = [orders, api, logs, migrate, report];
const peers: INetworkPolicyPeer[] = [orders, api, logs, migrate, report];
const policy = new NetworkPolicy(chart, 'orders-clients', { selector: orders });
for (const peer of peers) policy.addIngressRule(peer, [NetworkPolicyPort.tcp(5432)]);
for (const [index, selector] of selectors.entries()) new NetworkPolicy(chart, `policy-${index}`, { selector });
