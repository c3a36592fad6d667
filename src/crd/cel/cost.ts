import {
  CALL,
  callCost,
  NAME,
  NEW_LIST,
  NEW_MAP,
  NOTHING,
  ONE,
  type Part,
  plus,
  type Size,
  union,
  UNKNOWN,
} from './call-cost';
import type { Program } from './compile';
import { type Call, type Expression, qualifiedName } from './expression';
import { functions } from './functions';
import { type Entries, type Estimator, type Local, macroCost, type Place } from './macro-cost';
import { fieldNamed } from './schema-type';
import { assignAll, type Type } from './type';
import type { ValueSize } from './value-size';

/**
 * What evaluating an expression costs at most, in the units of CEL, by which the API server decides whether it takes a rule.
 *
 * It mirrors `Cost` in cel-go's checker/cost.go, with the macros of its parser written out.
 *
 * @param self how large the value is that the rule is about
 */
export function expressionCost({ expression, typeOf }: Program, self: ValueSize): number {
  return new Estimate(typeOf, self).cost(expression);
}

/** The estimate of one expression. */
class Estimate implements Estimator {
  readonly #typeOf: (expression: Expression) => Type;
  readonly #self: ValueSize;
  readonly #sizes = new Map<Expression, Size>();
  readonly #entries = new Map<Expression, Entries>();
  readonly #places = new Map<Expression, Place>();
  #locals: ReadonlyMap<string, Local> = new Map();

  constructor(typeOf: (expression: Expression) => Type, self: ValueSize) {
    this.#typeOf = typeOf;
    this.#self = self;
  }

  cost(expression: Expression): number {
    switch (expression.kind) {
      case 'constant':
        return 0;
      case 'name': {
        const local = this.#locals.get(expression.name);
        this.#places.set(expression, local ? local.place : { size: this.#self });
        return NAME;
      }
      case 'select': {
        const { operand, field, isOptional } = expression;
        // The name of a type, such as google.protobuf.Timestamp.
        if (isGeneric(this.#typeOf(expression), 'type')) {
          this.#places.set(expression, { size: this.#self });
          return NAME;
        }
        const cost = this.cost(operand);
        if (isOptional) return plus(cost, CALL);
        this.#places.set(
          expression,
          this.inside(operand, ({ fields }) => fieldNamed(field, (name) => fields?.get(name))),
        );
        const type = this.#typeOf(operand);
        return plus(cost, type.kind === 'object' || isGeneric(type, 'map') ? NAME : 0);
      }
      case 'call':
        return macroCost(this, expression) ?? this.#call(expression);
      case 'list': {
        const items = expression.items.map(({ value }) => value);
        const cost = plus(NEW_LIST, ...items.map((item) => this.cost(item)));
        this.setEntries(expression, { isList: true, key: ONE, value: this.#unionOf(items) });
        return cost;
      }
      case 'map': {
        const keys = expression.entries.map(({ key }) => key);
        const values = expression.entries.map(({ value }) => value);
        const cost = plus(NEW_MAP, ...[...keys, ...values].map((part) => this.cost(part)));
        this.setEntries(expression, { isList: false, key: this.#unionOf(keys), value: this.#unionOf(values) });
        return cost;
      }
      case 'message':
        return 0; // No schema has such.
    }
  }

  within(locals: Readonly<Record<string, Local>>, cost: () => number): number {
    const before = this.#locals;
    this.#locals = new Map([...before, ...Object.entries(locals)]);
    try {
      return cost();
    } finally {
      this.#locals = before;
    }
  }

  typeOf(expression: Expression): Type {
    return this.#typeOf(expression);
  }

  inside(expression: Expression, step: (size: ValueSize) => ValueSize | undefined): Place {
    const place = this.#placeOf(expression);
    return { size: place ? place.size && step(place.size) : this.#self };
  }

  sizeOf(expression: Expression): Size | undefined {
    const known = this.#sizes.get(expression) ?? literalSize(expression);
    if (known) return known;
    const most = this.#placeOf(expression)?.size?.most;
    if (most !== undefined) return { min: 0, max: most };
    if (isScalar(this.#typeOf(expression))) return ONE;
    return expression.kind === 'name' ? this.#locals.get(expression.name)?.size : undefined;
  }

  setSize(expression: Expression, size: Size | undefined): void {
    if (size !== undefined) this.#sizes.set(expression, size);
  }

  entriesOf(expression: Expression): Entries | undefined {
    return this.#entries.get(expression);
  }

  setEntries(expression: Expression, entries: Entries | undefined): void {
    if (entries !== undefined) this.#entries.set(expression, entries);
  }

  #placeOf(expression: Expression): Place {
    return this.#places.get(expression);
  }

  #unionOf(expressions: readonly Expression[]): Size {
    const [first = NOTHING, ...others] = expressions.map((each) => this.sizeOf(each) ?? UNKNOWN);
    return others.reduce(union, first);
  }

  #part(expression: Expression): Part {
    const type = this.#typeOf(expression);
    const item = this.#placeOf(expression)?.size?.item?.most;
    return {
      type,
      size: this.sizeOf(expression) ?? UNKNOWN,
      item: item === undefined ? UNKNOWN : { min: 0, max: item },
      constant: expression.kind === 'constant' ? expression.value : undefined,
    };
  }

  #call(call: Call): number {
    const { name, target, args } = call;
    const argCosts = args.map((arg) => this.cost(arg));
    const [first, second, third] = args;
    if (name === 'dyn' && target === undefined && first) {
      this.setSize(call, this.sizeOf(first));
      this.setEntries(call, this.entriesOf(first));
      return plus(CALL, ...argCosts);
    }
    if (name === '_&&_' || name === '_||_') {
      this.setSize(call, ONE);
      return plus(...argCosts);
    }
    if (name === '_?_:_' && second && third) {
      const [condition = 0, yes = 0, no = 0] = argCosts;
      this.setSize(call, this.#unionOf([second, third]));
      this.setEntries(call, unionOfEntries(this.entriesOf(second), this.entriesOf(third)));
      return plus(condition, Math.max(yes, no));
    }
    if (name === '_+_' && first && second) {
      this.setEntries(call, unionOfEntries(this.entriesOf(first), this.entriesOf(second)));
    }
    const prefix = target && qualifiedName(target);
    const qualified = prefix === undefined ? undefined : functions().get(`${prefix}.${name}`);
    const method = qualified === undefined ? target : undefined;
    const targetCost = method === undefined ? 0 : this.cost(method);
    return plus(targetCost, this.#overloads(call, method, qualified ? `${prefix}.${name}` : name), ...argCosts);
  }

  /** The most that one of the overloads costs which the types of the call allow. */
  #overloads(call: Call, method: Expression | undefined, name: string): number {
    const { args } = call;
    const parts = { target: method && this.#part(method), args: args.map((arg) => this.#part(arg)) };
    const types = [...(method ? [method] : []), ...args].map(this.#typeOf);
    let most = 0;
    let size: Size | undefined;
    for (const { isMethod, params } of functions().get(name) ?? []) {
      if (isMethod !== (method !== undefined) || assignAll(new Map(), types, params) === undefined) continue;
      const known = callCost(name, params, parts);
      most = Math.max(most, known.cost);
      if (known.size !== undefined) size = size === undefined ? known.size : union(size, known.size);
      const [first] = args;
      if (name === '_[_]' && first && (isGeneric(params[0], 'list') || isGeneric(params[0], 'map'))) {
        size = this.entriesOf(first)?.value;
        this.#places.set(
          call,
          this.inside(first, ({ item }) => item),
        );
      }
      size ??= this.sizeOf(call);
    }
    this.setSize(call, size);
    return most;
  }
}

function unionOfEntries(a: Entries | undefined, b: Entries | undefined): Entries | undefined {
  return a && b && { isList: a.isList, key: union(a.key, b.key), value: union(a.value, b.value) };
}

function literalSize(expression: Expression): Size | undefined {
  const length = lengthOf(expression);
  return length === undefined ? undefined : { min: length, max: length };
}

function lengthOf(expression: Expression): number | undefined {
  if (expression.kind === 'list') return expression.items.length;
  if (expression.kind === 'map') return expression.entries.length;
  if (expression.kind !== 'constant') return undefined;
  const { value } = expression;
  if (typeof value === 'string') return Array.from(value).length;
  return value instanceof Uint8Array ? value.length : 1;
}

function isGeneric(type: Type | undefined, name: string): boolean {
  return type?.kind === 'generic' && type.name === name;
}

const SCALARS: readonly string[] = [
  ...['bool', 'double', 'int', 'uint'],
  ...['google.protobuf.Duration', 'google.protobuf.Timestamp'],
];

function isScalar(type: Type): boolean {
  if (type.kind === 'generic') return type.name === 'optional_type' && type.of[0] !== undefined && isScalar(type.of[0]);
  return type.kind === 'simple' && SCALARS.includes(type.name);
}
