import { z } from 'zod';
import { refusal } from '../refusal';
import { convert } from './convert';

test.each<[string, z.ZodType, string]>([
  [
    'fraction of a bound',
    z.number().min(0.5),
    "has the bound 0.5, of which the API server cuts off the fraction when the value is a whole number: use rule(z.number(), { rule: 'self >= 0.5', check: (n) => n >= 0.5, message })",
  ],
  ['fraction of a maximum', z.number().max(-0.5), "rule: 'self <= -0.5'"],
  ['fraction of an exclusive minimum', z.number().gt(-0.5), "rule: 'self > -0.5'"],
  ['fraction of an exclusive maximum', z.number().lt(0.5), "rule: 'self < 0.5'"],
  ['huge bound', z.number().max(1e300), 'has the bound 1e+300, which is no number of 64 bits: leave it out'],
  ['bound just beyond 64 bits', z.number().max(2 ** 63), 'which is no number of 64 bits'],
  ['bound that is none', z.number().min(NaN), 'has the bound NaN'],
  ['huge multiple', z.number().multipleOf(1e21), 'has a .multipleOf() of 1e+21'],
  ['negative multiple', z.int().multipleOf(-2), 'has a .multipleOf() of -2'],
  ['huge value', z.literal(2 ** 63), 'has the value 9223372036854776000, which JavaScript does not hold exactly'],
  [
    'length with a fraction',
    z.string().min(1.5),
    'has a length of 1.5, which a CRD cannot say: give a whole number from 0',
  ],
  ['count with a fraction', z.array(z.int()).length(1.5), 'has a length of 1.5'],
  ['length without end', z.string().max(Infinity), 'has a length of Infinity'],
  ['huge count', z.array(z.int()).max(2 ** 63), 'has a length of 9223372036854776000'],
  ['length that is none', z.string().max(NaN), 'has a length of NaN'],
  ['negative length', z.string().max(-1), 'has a length of -1'],
])('%s is refused', (_name, schema, problem) => {
  expect(refusal(() => convert(schema))).toContain(problem);
});
