/** One thing that is wrong with the props of a construct: which prop, its value, and a phrase that says the fact and the way out. */
export interface Problem {
  /** The prop, as the user would write it: `'ports.metrics.containerPort'`, `'mounts["/data"]'`. */
  readonly prop: string;
  /** What was given; left out of the text when it is an object or undefined. */
  readonly value: unknown;
  /** Continues `<prop> <value>`: `has no tag: pin one, such as "postgres:16.4"`. */
  readonly phrase: string;
}

/**
 * The props of a construct cannot make a working object. Every problem is listed, not only the first.
 *
 * @example
 * new StatefulDatabase(chart, 'orders', { image: 'postgres', user: 999 }); // throws StatefulDatabase "test/orders": image "postgres" has no tag
 */
export class InvalidPropsError extends Error {
  readonly code = 'INVALID_PROPS';
  readonly #problems: readonly Problem[];

  constructor(
    /** Who it is about: `StatefulDatabase "shop/orders"`. */
    readonly subject: string,
    problems: readonly Problem[],
  ) {
    super(message(subject, problems.map(showProblem)));
    this.name = 'InvalidPropsError';
    this.#problems = problems;
  }

  /** They are no field, because Node.js prints those below the message, which has all of them. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }
}

/** Collects what is wrong with props, so that one error can tell all of it. */
export class Problems {
  readonly #found: Problem[];
  readonly #prefix: string;

  constructor(prefix = '', found: Problem[] = []) {
    this.#prefix = prefix;
    this.#found = found;
  }

  add(prop: string, value: unknown, phrase: string): void {
    this.#found.push({ prop: join(this.#prefix, prop), value, phrase });
  }

  /** Adds what `rule` says of `value`, unless the value is undefined: a prop that is not given has no problem. */
  check<T>(prop: string, value: T | undefined, rule: (value: T) => string | undefined): void {
    if (value === undefined) return;
    const phrase = rule(value);
    if (phrase !== undefined) this.add(prop, value, phrase);
  }

  /** The same list, for the props below `prop`. */
  at(prop: string): Problems {
    return new Problems(join(this.#prefix, prop), this.#found);
  }

  /** Whether a problem was added. */
  get any(): boolean {
    return this.#found.length > 0;
  }

  /** @throws InvalidPropsError when a problem was added */
  throwIfAny(subject: string): void {
    if (this.any) throw new InvalidPropsError(subject, this.#found);
  }
}

/** A key of a map in a prop's path: `env.HOST`, but `mounts["/data"]`. */
export function keyed(prop: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${prop}.${key}` : `${prop}[${JSON.stringify(key)}]`;
}

function join(prefix: string, prop: string): string {
  if (prefix === '' || prop === '') return prefix + prop;
  return prop.startsWith('[') ? prefix + prop : `${prefix}.${prop}`;
}

function showProblem({ prop, value, phrase }: Problem): string {
  return [prop, show(value), phrase].filter((part) => part !== '').join(' ');
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  // JSON has no NaN, which is what Number(process.env.REPLICAS) often is, and no bigint.
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
}

function message(subject: string, lines: readonly string[]): string {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return `${subject}: ${only}`;
  return `${subject} has ${lines.length} problems:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
