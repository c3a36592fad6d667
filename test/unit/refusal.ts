import { Chart, Testing } from 'cdk8s';
import { InvalidPropsError } from '../../src/props/problem';

/** A chart "shop" of the namespace "shop". */
export function shop(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

/** What the InvalidPropsError says with which `make` ends in the chart "shop"; nothing when it ends well. */
export function refusal(make: (chart: Chart) => unknown): string {
  try {
    make(shop());
    return '';
  } catch (error) {
    if (error instanceof InvalidPropsError) return error.message;
    throw error;
  }
}

/** Props that the compiler refuses: what JavaScript may give, or TypeScript after an `as`. */
export function unchecked(props: unknown): never {
  return props as never;
}
