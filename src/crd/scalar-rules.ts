import { didYouMean } from '../values/did-you-mean';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { formatProblem } from './formats';
import { goPattern } from './go-pattern';
import { sameJson } from '../values/same-json';
import { about, NONE, problem, show, showChoice } from './value-problem';
import type { ValueRule } from './value-rule';
import { isNearlyWhole, typeOf } from './value-type';

/** The first problem that one of the rules has: a scalar is one mistake, whatever it breaks. */
export function first(rules: readonly (ValueRule | undefined)[]): ValueRule {
  const given = rules.filter((rule) => rule !== undefined);
  const [only, another] = given;
  if (another === undefined) return only ?? (() => NONE);
  return (value) => {
    for (const rule of given) {
      const found = rule(value);
      if (found.length > 0) return found;
    }
    return NONE;
  };
}

/**
 * `enum`. As in the API server, a number also counts as what Go converts it into: 1.5 as 1, and 65 as "A". Null is never one of the
 * values, not even where null is listed.
 */
export function enumRule({ enum: choices }: JSONSchemaProps): ValueRule | undefined {
  if (!choices?.length) return undefined;
  const given = choices.filter((choice) => choice != null);
  const words = given.filter((choice) => typeof choice === 'string');
  const isListed = (value: unknown) => given.some((choice) => sameJson(choice, value, () => false));
  return (value) => {
    if (typeof value === 'string' ? words.includes(value) : isListed(value)) return NONE;
    if (typeof value === 'number' && isListed(converted(value))) return NONE;
    const meant = typeof value === 'string' ? didYouMean(value, words) : undefined;
    const choice = showChoice(given.map((each) => JSON.stringify(each)));
    return problem(`is ${show(value)}: ${meant === undefined ? `give ${choice}` : `did you mean "${meant}"`}`);
  };
}

function converted(value: number): unknown {
  if (!Number.isInteger(value)) return Math.trunc(value);
  const isRune = value >= 0 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
  return isRune ? String.fromCodePoint(value) : '\ufffd';
}

/** `minimum`, `maximum` and `multipleOf`. */
export function numberRule(schema: JSONSchemaProps): ValueRule {
  const { minimum, maximum, multipleOf } = schema;
  return first([
    typeof minimum === 'number' ? minimumRule(minimum, schema.exclusiveMinimum === true) : undefined,
    typeof maximum === 'number' ? maximumRule(maximum, schema.exclusiveMaximum === true) : undefined,
    typeof multipleOf === 'number' ? multipleRule(multipleOf) : undefined,
  ]);
}

function minimumRule(minimum: number, isExclusive: boolean): ValueRule {
  return (value) => {
    const [given, bound] = comparable(value as number, minimum);
    if (isExclusive ? given > bound : given >= bound) return NONE;
    return problem(`is ${show(value)}: give ${isExclusive ? 'more than' : 'at least'} ${minimum}`);
  };
}

function maximumRule(maximum: number, isExclusive: boolean): ValueRule {
  return (value) => {
    const [given, bound] = comparable(value as number, maximum);
    if (isExclusive ? given < bound : given <= bound) return NONE;
    const wayOut = `give ${isExclusive ? 'less than' : 'at most'} ${maximum}`;
    const isBeyond = bound < 0 && maximum > 0;
    return problem(
      `is ${show(value)}: ${isBeyond ? `no integer fits a maximum of ${maximum}, beyond 64 bits` : wayOut}`,
    );
  };
}

function multipleRule(factor: number): ValueRule {
  return (value) => {
    const [given, by] = comparable(value as number, factor);
    if (by <= 0)
      return problem(`is ${show(value)}: no integer fits a multipleOf of ${factor}, which counts as ${by} for it`);
    if (isMultiple(given, by)) return NONE;
    return problem(`is ${show(value)}: give a multiple of ${factor}`);
  };
}

/** As the API server reckons. */
export function isMultiple(value: number | bigint, factor: number): boolean {
  if (typeof value === 'bigint') return value % BigInt(factor) === 0n;
  if (typeOf(value) === 'integer') return value % factor === 0;
  return isNearlyWhole(factor < 1 ? (1 / factor) * value : value / factor);
}

/**
 * A number and a bound, or a factor, as the API server compares them: for an integer it makes an integer of the bound too, by cutting off
 * its fraction. A bound beyond 64 bits becomes the lowest integer, as on amd64; Go leaves that to the machine.
 */
function comparable(value: number, bound: number): readonly [number | bigint, number] {
  if (typeOf(value) !== 'integer') return [value, bound];
  const whole = Math.trunc(bound);
  const fits = whole < 2 ** 63 && whole >= -(2 ** 63);
  // JSON writes 2 ** 60 as 1152921504606847000: that is what the API server gets.
  return [Number.isSafeInteger(value) ? value : BigInt(String(value)), fits ? whole : -(2 ** 63)];
}

/** Lengths, `pattern` and `format`. */
export function stringRule(schema: JSONSchemaProps): ValueRule {
  const { minLength, maxLength, pattern, format } = schema;
  return first([
    lengthRule(minLength ?? 0, maxLength ?? Infinity),
    pattern ? patternRule(pattern) : undefined,
    format ? formatRule(format) : undefined,
  ]);
}

function lengthRule(min: number, max: number): ValueRule | undefined {
  if (min <= 0 && max === Infinity) return undefined;
  return (value) => {
    const text = value as string;
    // Most texts have as many characters as units of UTF-16, and none has more.
    const length = text.length <= max && text.length >= min * 2 ? text.length : lengthOf(text);
    if (length < min)
      return problem(`${length === 0 ? 'is empty' : `has ${characters(length)}`}: give at least ${min}`);
    return length > max ? problem(`has ${characters(length)}: give at most ${max}`) : NONE;
  };
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function characters(count: number): string {
  return count === 1 ? '1 character' : `${count} characters`;
}

/** A pattern that JavaScript cannot run is left to the API server: `uncheckedPatterns` tells which. */
function patternRule(pattern: string): ValueRule | undefined {
  const read = goPattern(pattern);
  if ('unsupported' in read) return undefined;
  // As in the API server, no string matches an invalid pattern.
  return (value) =>
    'expression' in read && read.expression.test(value as string)
      ? NONE
      : problem(`is ${show(value)}: give a string that matches ${pattern}`);
}

function formatRule(format: string): ValueRule {
  return (value) => about(value as string, formatProblem(format, value as string));
}
