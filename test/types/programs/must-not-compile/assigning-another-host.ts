import type { StatefulDatabase } from 'cdk8s-workloads';

export const move = (orders: StatefulDatabase) => {
  orders.host = 'elsewhere';
};
