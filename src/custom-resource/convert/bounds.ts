import type { JSONSchemaProps } from '../../manifest/kubernetes';

/** The tightest of several bounds. */
export class Bounds {
  #minimum = -Infinity;
  #exclusiveMinimum = false;
  #maximum = Infinity;
  #exclusiveMaximum = false;

  atLeast(value: number, inclusive: boolean): void {
    if (value < this.#minimum || (value === this.#minimum && inclusive)) return;
    this.#minimum = value;
    this.#exclusiveMinimum = !inclusive;
  }

  atMost(value: number, inclusive: boolean): void {
    if (value > this.#maximum || (value === this.#maximum && inclusive)) return;
    this.#maximum = value;
    this.#exclusiveMaximum = !inclusive;
  }

  /** For whole numbers, the next whole number takes the place of a fraction. */
  wholeSchema(): JSONSchemaProps {
    const whole = new Bounds();
    const [minimum, maximum] = [this.#minimum, this.#maximum];
    // + 0, because -0.5 becomes -0.
    whole.atLeast(Math.ceil(minimum) + 0, !this.#exclusiveMinimum || !Number.isInteger(minimum));
    whole.atMost(Math.floor(maximum), !this.#exclusiveMaximum || !Number.isInteger(maximum));
    return whole.schema();
  }

  /** Why a CRD cannot say one of the bounds of a number: of a whole number the API server asks what is left when their fraction is cut off. */
  problem(): string | undefined {
    const isLostBelow = this.#exclusiveMinimum ? this.#minimum < 0 : this.#minimum > 0;
    const isLostAbove = this.#exclusiveMaximum ? this.#maximum > 0 : this.#maximum < 0;
    if (isFraction(this.#minimum) && isLostBelow) return cutOff(this.#exclusiveMinimum ? '>' : '>=', this.#minimum);
    if (isFraction(this.#maximum) && isLostAbove) return cutOff(this.#exclusiveMaximum ? '<' : '<=', this.#maximum);
    return undefined;
  }

  schema(): JSONSchemaProps {
    return {
      ...(Number.isFinite(this.#minimum) && { minimum: this.#minimum }),
      ...(this.#exclusiveMinimum && { exclusiveMinimum: true }),
      ...(Number.isFinite(this.#maximum) && { maximum: this.#maximum }),
      ...(this.#exclusiveMaximum && { exclusiveMaximum: true }),
    };
  }
}

/** Whether the API server, which makes integers of 64 bits of them, takes a bound or a factor for what it is. */
export function isBound(value: number): boolean {
  return value >= -(2 ** 63) && value < 2 ** 63;
}

function isFraction(value: number): boolean {
  return Number.isFinite(value) && !Number.isInteger(value);
}

function cutOff(sign: string, bound: number): string {
  return (
    `has the bound ${bound}, of which the API server cuts off the fraction when the value is a whole number: ` +
    `use rule(z.number(), { rule: 'self ${sign} ${bound}', check: (n) => n ${sign} ${bound}, message })`
  );
}
