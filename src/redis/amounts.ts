import type { z } from 'zod';
import { quantity } from '../custom-resource/numbers';
import { rule } from '../custom-resource/rule';
import { byteSizeProblem } from '../manifest/byte-size';
import { compareQuantities, quantityProblem, type Quantity } from '../manifest/quantity';

/** Bytes: at least a mebibyte, because less is a unit that was forgotten. */
export function bytes(): z.ZodType<Quantity, Quantity> {
  return rule(quantity(), {
    rule: "!string(self).matches('[mun]$') && quantity(string(self)).compareTo(quantity('1Mi')) >= 0",
    check: (size) => byteSizeProblem(size, 'Mi') === undefined && compareQuantities(size, '1Mi') >= 0,
    message: 'must be at least 1Mi: write the unit, such as "2Gi"',
  });
}

/** Cores, which have no unit of bytes. */
export function cores(): z.ZodType<Quantity, Quantity> {
  return rule(quantity(), {
    rule: "!string(self).matches('[kMGTPE]i?$') && quantity(string(self)).isGreaterThan(quantity('0'))",
    check: (amount) =>
      quantityProblem(amount) === undefined && !/[kMGTPE]i?$/.test(String(amount)) && compareQuantities(amount, 0) > 0,
    message: 'must be above 0, in cores: "500m" is half of one',
  });
}
