import { z } from 'zod';
import { type Quantity, QUANTITY_PATTERN, quantityProblem } from '../manifest/quantity';
import { marked, refuse } from './mark';

/**
 * A whole number of 32 bits, which Kubernetes uses for counts and ports.
 *
 * @example z.object({ replicas: int32().min(1).max(9) })
 */
export function int32(): z.ZodInt32 {
  return z.int32();
}

/**
 * A whole number for a field of 64 bits. JavaScript reads numbers exactly up to 2^53 - 1, and larger ones are refused here, while the API
 * server would take them.
 *
 * @example z.object({ observedGeneration: int64() })
 */
export function int64(): z.ZodInt {
  return marked(z.int(), { add: { format: 'int64' } });
}

/**
 * A whole number or a string, such as a port by its number or its name.
 *
 * @example z.object({ targetPort: intOrString() })
 */
export function intOrString(): z.ZodUnion<[z.ZodInt, z.ZodString]> {
  return z.union([z.int(), z.string()], { error: 'must be a whole number or a string' });
}

const quantityExpression = new RegExp(QUANTITY_PATTERN);

/**
 * An amount of a resource: `'500m'`, `'10Gi'`, `2`.
 *
 * @example z.object({ storage: quantity().default('1Gi') })
 */
export function quantity(): z.ZodType<Quantity, Quantity> {
  const schema = z.union([z.int(), z.string()], { error: 'must be a quantity such as "500m" or "10Gi"' });
  const mark = { replace: { 'x-kubernetes-int-or-string': true, pattern: QUANTITY_PATTERN } };
  return marked(schema, mark, (payload) => {
    if (typeof payload.value === 'string' && !quantityExpression.test(payload.value)) {
      refuse(payload, quantityProblem(payload.value) ?? 'must be a quantity such as "500m" or "10Gi"');
    }
  }) as unknown as z.ZodType<Quantity, Quantity>;
}
