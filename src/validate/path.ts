import { stepsIn } from '../values/path-text';

/**
 * A place in an object. It knows its parent only, and costs next to nothing until somebody asks for its text.
 *
 * @example ROOT.field('spec').field('containers').item(0).text() // 'spec.containers[0]'
 */
export class Path {
  constructor(
    /** Undefined for the object itself. */
    readonly parent: Path | undefined,
    /** The name of a field, a key of a map, or an index of a list. */
    readonly step: string | number,
  ) {}

  /** A field, or the value of a key of a map. */
  field(name: string): Path {
    return new Path(this, name);
  }

  /** An item of a list. */
  item(index: number): Path {
    return new Path(this, index);
  }

  /** The names and indexes that lead here from the object. */
  steps(): readonly (string | number)[] {
    const steps: (string | number)[] = this.parent === undefined ? [] : [this.step];
    for (let at = this.parent; at?.parent !== undefined; at = at.parent) steps.push(at.step);
    return steps.reverse();
  }

  /** `spec.template.spec.containers[0].image`, `metadata.labels["a/b"]`; the empty string for the object itself. */
  text(): string {
    const text = this.steps().map(stepText).join('');
    return text.startsWith('.') ? text.slice(1) : text;
  }
}

/** The object itself. */
export const ROOT = new Path(undefined, '');

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return PLAIN.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

const PLAIN = /^[A-Za-z_$][\w$-]*$/;

/**
 * The place that a text leads to from another one, as `Path.text()` writes it.
 *
 * @example pathIn(ROOT, 'spec.items[0]["a/b"]').text() // 'spec.items[0]["a/b"]'
 */
export function pathIn(at: Path, text: string): Path {
  return stepsIn(text).reduce((place: Path, step) => new Path(place, step), at);
}

/** The order of two places in one object: fields by letter, items by index, and what is above before what is below. */
export function comparePaths(a: Path, b: Path): number {
  const [left, right] = [a.steps(), b.steps()];
  for (const [index, step] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (step !== other)
      return typeof step === typeof other ? (step < other ? -1 : 1) : typeof step === 'number' ? -1 : 1;
  }
  return left.length - right.length;
}
