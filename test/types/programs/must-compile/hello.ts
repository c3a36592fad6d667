import { Chart, Testing } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const orders = new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  storage: { mountPath: '/var/lib/postgresql/data', size: '20Gi' },
});

export const hosts: readonly string[] = [orders.host, orders.podHost(0), orders.url('postgres', 'shop')];
export const port: number | undefined = orders.port;
