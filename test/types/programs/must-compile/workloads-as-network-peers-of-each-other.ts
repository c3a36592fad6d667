import { Chart, Testing } from 'cdk8s';
import { StatefulDatabase, WebService, type NetworkAccess } from 'cdk8s-workloads';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
const api = new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080 });
const fromApi: NetworkAccess = {
  from: [api, { namespaceSelector: { matchLabels: { name: 'monitoring' } }, podSelector: {} }],
};

const orders = new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  networkPolicy: fromApi,
});
new WebService(chart, 'admin', {
  image: 'ghcr.io/shop/admin:1.0.0',
  port: 8080,
  networkPolicy: { from: [], to: [orders, api] },
});
