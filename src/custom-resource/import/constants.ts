import { canonical } from '../../crd/canonical';
import { onlySchema } from '../../crd/only-schema';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { type Expression, flat, text } from './expression';
import { layout } from './layout';
import { type PrintBelow, printSchema, withoutWords } from './print-schema';

/** An object that is larger is easier to read by itself. */
const MOST_LINES = 40;
/** A smaller one may as well stand where it is used, however often. */
const LEAST_SHARED = 80;

export interface Constant {
  readonly name: string;
  readonly expression: Expression;
}

/** The constants that a module has for objects that are large, or that occur more than once. */
export class Constants {
  readonly #all: Constant[] = [];
  readonly #names: Set<string>;
  readonly #byKey = new Map<string, string>();
  readonly #keys = new WeakMap<JSONSchemaProps, string>();
  readonly #counts = new Map<string, number>();

  /**
   * @param roots all schemas that will be printed
   * @param taken names that the module uses already
   */
  constructor(roots: readonly JSONSchemaProps[], taken: readonly string[]) {
    this.#names = new Set(taken);
    for (const root of roots) this.#count(root);
  }

  /** In the order in which they must stand: each after those that it uses. */
  get all(): readonly Constant[] {
    return this.#all;
  }

  readonly print: PrintBelow = (schema, name) => {
    if (schema.type !== 'object') return printSchema(schema, name, this.print);
    const key = this.#keyOf(schema);
    const known = this.#byKey.get(key);
    if (known !== undefined) return text(known);
    const expression = printSchema(schema, name, this.print);
    const isShared = (this.#counts.get(key) ?? 0) > 1 && flat(expression).length > LEAST_SHARED;
    if (!isShared && layout(expression, '', 0, 0).split('\n').length <= MOST_LINES) return expression;
    const constant = this.#newName(name);
    this.#byKey.set(key, constant);
    this.#all.push({ name: constant, expression });
    return text(constant);
  };

  #count(schema: JSONSchemaProps): void {
    if (schema.type === 'object') {
      const key = this.#keyOf(schema);
      const count = (this.#counts.get(key) ?? 0) + 1;
      this.#counts.set(key, count);
      // What is in it is shared along with it.
      if (count > 1) return;
    }
    const { properties = {}, items, additionalProperties } = schema;
    for (const below of [...Object.values(properties), onlySchema(items), onlySchema(additionalProperties)]) {
      if (below) this.#count(below);
    }
  }

  #keyOf(schema: JSONSchemaProps): string {
    const known = this.#keys.get(schema);
    if (known !== undefined) return known;
    const key = canonical(withoutWords(schema));
    this.#keys.set(schema, key);
    return key;
  }

  #newName(wanted: string): string {
    const base = identifier(wanted);
    let name = base;
    for (let count = 2; this.#names.has(name); count++) name = `${base}${count}`;
    this.#names.add(name);
    return name;
  }
}

/** `x-forwarded.for` as `xForwardedFor`. */
export function identifier(words: string): string {
  const [first = '', ...rest] = words.split(/[^A-Za-z0-9_$]+/).filter((word) => word !== '');
  const name = first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z_$]/.test(name) ? name : `_${name}`;
}
