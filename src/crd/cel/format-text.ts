import { showNumber } from './show-number';
import { showDuration, showTime } from './time-value';
import { fail, isKind, typeName, type Value } from './value';

/** `"%s has %d".format([name, count])`. */
export function formatText(format: string, args: readonly Value[]): string {
  let next = 0;
  return format.replace(CLAUSE, (all, percent?: string, digits?: string, verb = '') => {
    if (percent !== undefined) return '%';
    const write = VERBS[verb as string];
    if (write === undefined) return fail(`could not parse formatting clause: ${all}`);
    const arg = args[next];
    if (arg === undefined) return fail(`index ${next} out of range`);
    next++;
    return write(arg, digits === undefined ? 6 : Number(digits));
  });
}

/** What is wrong with a format for values of these types, as far as that shows before there are any. */
export function formatProblem(format: string, types: readonly string[]): string | undefined {
  const verbs = [...format.matchAll(CLAUSE)].filter(([, percent]) => percent === undefined);
  for (const [index, [all, , , verb = '']] of verbs.entries()) {
    const taken = Object.hasOwn(TYPES, verb) ? TYPES[verb] : undefined;
    const type = types[index];
    if (taken === undefined) return `has "${all}" in a format, which format() does not know`;
    if (type === undefined) return `has more clauses in a format than values for them`;
    if (type !== 'dyn' && !taken.includes(type)) return `formats ${type} by "${all}", which does not take it`;
  }
  return verbs.length < types.length ? 'gives more values to a format than it has clauses' : undefined;
}

const CLAUSE = /%(?:(%)|(?:\.(\d+))?([a-zA-Z])?)/g;

const INTEGERS = ['int', 'uint'];
const TYPES: Readonly<Record<string, readonly string[]>> = {
  s: [
    ...['list', 'map', 'int', 'uint', 'double', 'bool', 'string', 'bytes', 'type', 'null_type'],
    ...['google.protobuf.Timestamp', 'google.protobuf.Duration'],
  ],
  d: INTEGERS,
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: [...INTEGERS, 'bool'],
  o: INTEGERS,
  x: [...INTEGERS, 'string', 'bytes'],
  X: [...INTEGERS, 'string', 'bytes'],
};

const VERBS: Readonly<Record<string, ((value: Value, digits: number) => string) | undefined>> = {
  s: showValue,
  d: (value) => String(whole(value, 'd')),
  f: (value, digits) => fixed(double(value, 'f'), digits),
  // However many digits are asked for, the API server writes six.
  e: (value) => scientific(double(value, 'e')),
  b: (value) => (typeof value === 'boolean' ? String(Number(value)) : whole(value, 'b').toString(2)),
  o: (value) => whole(value, 'o').toString(8),
  x: (value) => hexadecimal(value, 'x'),
  X: (value) => hexadecimal(value, 'X').toUpperCase(),
};

function whole(value: Value, verb: string): bigint {
  if (typeof value === 'bigint') return value;
  return isKind(value, 'uint') ? value.value : fail(`%${verb} takes an integer, and got ${typeName(value)}`);
}

function double(value: Value, verb: string): number {
  if (typeof value === 'number') return value;
  if (value === 'NaN') return NaN;
  if (value === 'Infinity' || value === '-Infinity') return value === 'Infinity' ? Infinity : -Infinity;
  return fail(`%${verb} takes a double, and got ${typeName(value)}`);
}

function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return infinite(value);
  return new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

function scientific(value: number): string {
  if (!Number.isFinite(value)) return infinite(value);
  const [mantissa = '', exponent = '0'] = value.toExponential(6).split('e');
  const power = Number(exponent);
  const sign = power < 0 ? '\u207b' : '';
  const raised = String(Math.abs(power))
    .padStart(2, '0')
    .replace(/\d/g, (digit) => RAISED[Number(digit)] ?? '');
  return `${mantissa}\u00d710${sign}${raised}`;
}

const RAISED = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

function infinite(value: number): string {
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '\u221e' : '-\u221e';
}

function hexadecimal(value: Value, verb: string): string {
  if (typeof value === 'string') return Buffer.from(value).toString('hex');
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : whole(value, verb).toString(16);
}

/** A value as `%s` writes it. */
function showValue(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return showNumber(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (value.kind === 'uint') return String(value.value);
  if (value.kind === 'timestamp') return showTime(value.nanos);
  if (value.kind === 'duration') return showDuration(value.nanos);
  if (value.kind === 'type') return value.name;
  if (value.kind === 'list') return `[${value.items.map(showInner).join(', ')}]`;
  if (value.kind !== 'map') return fail(`%s takes no ${typeName(value)}`);
  const entries = [...value.entries.values()].map(([key, each]) => `${showInner(key)}:${showInner(each)}`);
  return `{${entries.sort().join(', ')}}`;
}

/** The same inside of a list or a map, where it is written as a literal. */
function showInner(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value.toFixed(6) : JSON.stringify(infinite(value));
  if (value instanceof Uint8Array) return `b${JSON.stringify(showValue(value))}`;
  if (isKind(value, 'timestamp') || isKind(value, 'duration'))
    return `${value.kind}(${JSON.stringify(showValue(value))})`;
  return showValue(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

/** A text as a literal of CEL. */
export function quoteText(text: string): string {
  // eslint-disable-next-line no-control-regex -- these have escapes
  return `"${text.replace(/[\x07\b\f\n\r\t\v\\"]/g, (char) => ESCAPES[char] ?? char)}"`;
}
