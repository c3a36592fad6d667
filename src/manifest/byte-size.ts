import { compareQuantities, quantityProblem, type Quantity } from './quantity';

/** Less than this without a unit was meant in another one. */
const MIB = 1024 * 1024;

/**
 * What is wrong with an amount of bytes, as a phrase that continues `<prop> "<value>" `, or undefined. Kubernetes takes `512` for a memory,
 * and `'128m'`, which is an eighth of a byte; nobody means it.
 *
 * @param unit that was most likely forgotten
 * @example byteSizeProblem(512, 'Mi') // 'is 512 bytes: write the unit, such as "512Mi"'
 */
export function byteSizeProblem(size: Quantity, unit: 'Mi' | 'Gi'): string | undefined {
  const problem = quantityProblem(size);
  if (problem !== undefined) return problem;
  const text = String(size);
  if (compareQuantities(size, 0) < 0) return 'is below zero: write 0, or leave it out';
  if (/[mun]$/.test(text)) return `is in fractions of a byte: write "${parseFloat(text)}Mi" for mebibytes`;
  if (/[a-z]$/i.test(text) || compareQuantities(size, 0) === 0 || compareQuantities(size, MIB) >= 0) return undefined;
  return `is ${Number(text)} bytes: write the unit, such as "${Number(text)}${unit}"`;
}
