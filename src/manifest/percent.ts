/** A count, or a share of the replicas: `2`, `'25%'`. */
export type IntOrPercent = number | `${number}%`;

/**
 * What is wrong with a count or percentage, as a phrase that continues `<prop> "<value>" `, or undefined. `max: '100%'` also
 * refuses more than the whole, as Kubernetes does for `maxUnavailable` and `minAvailable` but not for `maxSurge`.
 * The rules are `ValidatePositiveIntOrPercent` and `IsNotMoreThan100Percent` of Kubernetes.
 *
 * @example intOrPercentProblem('25') // 'is a string without "%": write the number 25, or "25%"'
 */
export function intOrPercentProblem(value: unknown, options: { readonly max?: '100%' } = {}): string | undefined {
  if (typeof value === 'string' && /^\d+%$/.test(value)) {
    const tooMuch = options.max === '100%' && Number(value.slice(0, -1)) > 100;
    return tooMuch ? 'is more than everything: use at most "100%"' : undefined;
  }
  if (typeof value === 'string' && /^\d+$/.test(value)) {
    return `is a string without "%": write the number ${value}, or "${value}%"`;
  }
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31) return undefined;
  return 'is not a count or a percentage: use a whole number from 0, such as 1, or a string such as "25%"';
}
