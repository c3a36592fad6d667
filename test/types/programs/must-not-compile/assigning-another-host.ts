import type { StatefulDatabase } from 'cdk8s-workloads';

export const move = (orders: StatefulDatabase) => {
  // error: Cannot assign to 'host' because it is a read-only property.
  orders.host = 'elsewhere';
};
