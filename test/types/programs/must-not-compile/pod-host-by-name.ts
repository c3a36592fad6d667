import type { StatefulDatabase } from 'cdk8s-workloads';

export const primary = (orders: StatefulDatabase) => orders.podHost('orders-0');
