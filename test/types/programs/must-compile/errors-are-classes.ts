import { Testing } from 'cdk8s';
import {
  DuplicateObjectError,
  InvalidPropsError,
  InvalidQuantityError,
  OrdinalOutOfRangeError,
  quantity,
  StatefulDatabase,
  type Problem,
} from 'cdk8s-workloads';

export const chart = Testing.chart();
const orders = new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999 });

export function explain(error: unknown): string {
  if (error instanceof InvalidPropsError)
    return error.problems.map(({ prop, phrase }: Problem) => prop + phrase).join();
  if (error instanceof DuplicateObjectError) return error.paths.join();
  if (error instanceof OrdinalOutOfRangeError || error instanceof InvalidQuantityError) return error.code;
  return String(error);
}

try {
  orders.podHost(quantity('3') === '3' ? 3 : 0);
} catch (error) {
  explain(error);
}
