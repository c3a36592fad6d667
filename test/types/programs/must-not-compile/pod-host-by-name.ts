import type { StatefulDatabase } from 'cdk8s-workloads';

// error: Argument of type 'string' is not assignable to parameter of type 'number'.
export const primary = (orders: StatefulDatabase) => orders.podHost('orders-0');
