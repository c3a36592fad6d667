import type { JSONSchemaProps } from '../manifest/kubernetes';
import { canonical } from './canonical';
import { mentions } from './cel/mentions';
import { differences } from './differences';
import { isStringFormat } from './formats';
import { isLeftOut } from './left-out';
import { isMultiple } from './scalar-rules';
import { change, type ChangeCode, type VersionChange } from './version-change';

/** What changed in what a schema asks of a value itself, as opposed to the values in it. */
export function compareConstraints(
  path: string,
  before: JSONSchemaProps,
  after: JSONSchemaProps,
): readonly VersionChange[] {
  const [was, is] = [withOneEnum(before), withOneEnum(after)];
  return CONSTRAINTS.flatMap((compare) => compare(was, is)).map(([code, message]) => change(code, path, message));
}

/** The schema with all its enums in one: generators write some into clauses of `allOf`, where they say the same. */
function withOneEnum(schema: JSONSchemaProps): JSONSchemaProps {
  const { allOf } = schema;
  if (!allOf) return schema;
  const isEnum = (clause: JSONSchemaProps | null): boolean => Object.keys(said(clause)).join() === 'enum';
  const lists = [schema, ...allOf.filter(isEnum)].flatMap((each) => (each?.enum?.length ? [each.enum] : []));
  const [first, ...others] = lists;
  if (first === undefined) return schema;
  const kept = others.map((list) => new Set(list.map((value) => canonical(value))));
  const values = first.filter((value) => kept.every((list) => list.has(canonical(value))));
  // One that takes nothing stays as it is: an empty enum would take everything.
  if (values.length === 0) return schema;
  return { ...schema, enum: values, allOf: allOf.filter((clause) => !isEnum(clause)) };
}

type Finding = readonly [code: ChangeCode, message: string];
type Constraint = (before: JSONSchemaProps, after: JSONSchemaProps) => readonly Finding[];

const CONSTRAINTS: readonly Constraint[] = [
  values,
  bounds,
  multiple,
  pattern,
  format,
  listType,
  mapType,
  embeddedResource,
  combinations,
  rules,
];

/** What to do about a schema that refuses more than it did. */
const CORRECT = 'correct the objects and manifests that it refuses first; a stored value stays until it is changed';
const INCOMPARABLE =
  'it may be looser or tighter; correct what it refuses first; a stored value stays until it is changed';

function values(before: JSONSchemaProps, after: JSONSchemaProps): readonly Finding[] {
  const [was, is] = [enumOf(before), enumOf(after)];
  const { gone, added } = differences(was, is);
  if (was.length === 0 && is.length > 0) return [['enum-added', `takes only ${is.join(', ')} now: ${CORRECT}`]];
  if (was.length > 0 && is.length === 0) return [['enum-removed', `takes more than ${was.join(', ')} now`]];
  const findings: Finding[] = [];
  if (gone.length > 0) findings.push(['enum-value-removed', `does not take ${gone.join(', ')} any more: ${CORRECT}`]);
  if (added.length > 0) {
    findings.push([
      'enum-value-added',
      `takes ${added.join(', ')} too: programs that read it must know what that means`,
    ]);
  }
  return findings;
}

/** The server takes an empty list for none. */
function enumOf(schema: JSONSchemaProps): readonly string[] {
  return (schema.enum ?? []).map((value) => canonical(value));
}

const LOWER_BOUNDS = ['minimum', 'minLength', 'minItems', 'minProperties'] as const;
const UPPER_BOUNDS = ['maximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
type BoundField = (typeof LOWER_BOUNDS)[number] | (typeof UPPER_BOUNDS)[number];

function bounds(before: JSONSchemaProps, after: JSONSchemaProps): readonly Finding[] {
  return [...LOWER_BOUNDS, ...UPPER_BOUNDS].flatMap((field) => {
    const [was, is] = [boundOf(before, field), boundOf(after, field)];
    if (was.at === is.at && was.isOpen === is.isOpen) return [];
    const isUpper = field.startsWith('max');
    const isTighter = was.at === is.at ? is.isOpen : isUpper ? is.at < was.at : is.at > was.at;
    const fact = `had ${showBound(field, was)} and has ${showBound(field, is)}`;
    return [isTighter ? ['bound-tightened', `${fact}: ${CORRECT}`] : ['bound-relaxed', fact]];
  });
}

interface Bound {
  readonly at: number;
  /** The bound itself is not in. */
  readonly isOpen: boolean;
}

/** A length is never below zero, so a bound there bounds nothing. */
function boundOf(schema: JSONSchemaProps, field: BoundField): Bound {
  const none = field.startsWith('max') ? Infinity : field === 'minimum' ? -Infinity : 0;
  const at = schema[field] ?? none;
  if (field === 'minimum') return closed({ at, isOpen: schema.exclusiveMinimum === true }, schema, 1);
  if (field === 'maximum') return closed({ at, isOpen: schema.exclusiveMaximum === true }, schema, -1);
  return { at, isOpen: false };
}

/** Above 0 is, for integers, from 1. */
function closed({ at, isOpen }: Bound, { type }: JSONSchemaProps, step: 1 | -1): Bound {
  if (!Number.isFinite(at)) return { at, isOpen: false };
  return isOpen && type === 'integer' && Number.isInteger(at) ? { at: at + step, isOpen: false } : { at, isOpen };
}

function showBound(field: BoundField, { at, isOpen }: Bound): string {
  if (!Number.isFinite(at) || (at === 0 && field.startsWith('min') && field !== 'minimum')) return `no ${field}`;
  return `${field} ${at}${isOpen ? ' exclusive' : ''}`;
}

function multiple({ multipleOf: was }: JSONSchemaProps, { multipleOf: is }: JSONSchemaProps): readonly Finding[] {
  if ((was ?? undefined) === (is ?? undefined)) return [];
  const fact = `had ${was ? `multipleOf ${was}` : 'no multipleOf'} and has ${is ? `multipleOf ${is}` : 'none'}`;
  const isLooser = !is || (was && isMultiple(was, is));
  return [isLooser ? ['bound-relaxed', fact] : ['bound-tightened', `${fact}: ${CORRECT}`]];
}

function pattern({ pattern: was }: JSONSchemaProps, { pattern: is }: JSONSchemaProps): readonly Finding[] {
  if ((was || undefined) === (is || undefined)) return [];
  if (!is) return [['pattern-removed', `need not match ${was} any more`]];
  if (!was) return [['pattern-added', `must match ${is} now: ${CORRECT}`]];
  return [['pattern-changed', `must match ${is}, not ${was}: ${INCOMPARABLE}`]];
}

function format(before: JSONSchemaProps, after: JSONSchemaProps): readonly Finding[] {
  const [was, is] = [formatOf(before), formatOf(after)];
  if (was === is) return [];
  if (is === undefined) return [['format-removed', `has no format ${was} any more`]];
  const isNumber = is === 'int32' || is === 'float';
  const wayOut = isNumber ? 'typed programs fail on larger numbers, which the server takes as before' : CORRECT;
  if (was === undefined) return [['format-added', `has the format ${is} now: ${wayOut}`]];
  return [['format-changed', `has the format ${is}, not ${was}: ${wayOut}`]];
}

/** The format, where it asks something of a string that the server checks, or of a number that programs take for granted. */
function formatOf({ type, format }: JSONSchemaProps): string | undefined {
  if (!format || format === 'password') return undefined;
  // Without a type, or beside integers, it is asked of strings as well.
  const isOfStrings = !type || type === 'string';
  if (isOfStrings && isStringFormat(format)) return format.replaceAll('-', '');
  return type !== 'string' && (format === 'int32' || format === 'float') ? format : undefined;
}

function listType(before: JSONSchemaProps, after: JSONSchemaProps): readonly Finding[] {
  const typeOf = (schema: JSONSchemaProps) => schema['x-kubernetes-list-type'] ?? 'atomic';
  const [was, is] = [typeOf(before), typeOf(after)];
  if (was !== is) {
    const wayOut =
      is === 'atomic'
        ? 'managers that each applied some items own all of it, and conflict; let one of them apply the list'
        : 'lists with duplicates are refused, and items that leave a manifest stay; take them out by hand';
    return [['list-type-changed', `had the list type ${was} and has ${is}: ${wayOut}`]];
  }
  const keysOf = (schema: JSONSchemaProps) => [...(schema['x-kubernetes-list-map-keys'] ?? [])].sort().join(', ');
  if (keysOf(before) === keysOf(after)) return [];
  const wayOut = 'items that are alike in them are refused, and apply takes others for new ones; use another field';
  return [['list-keys-changed', `had the map keys ${keysOf(before)} and has ${keysOf(after)}: ${wayOut}`]];
}

function mapType(before: JSONSchemaProps, after: JSONSchemaProps): readonly Finding[] {
  const typeOf = (schema: JSONSchemaProps) => schema['x-kubernetes-map-type'] ?? 'granular';
  const [was, is] = [typeOf(before), typeOf(after)];
  if (was === is) return [];
  const wayOut =
    is === 'atomic'
      ? 'managers that each applied some fields own all of them, and conflict; let one of them apply it'
      : 'fields that leave a manifest stay; take them out by hand';
  return [['map-type-changed', `had the map type ${was} and has ${is}: ${wayOut}`]];
}

function embeddedResource(before: JSONSchemaProps, after: JSONSchemaProps): readonly Finding[] {
  const [was, is] = [before, after].map((schema) => schema['x-kubernetes-embedded-resource'] === true);
  if (was === is) return [];
  if (was) return [['embedded-resource-removed', 'need not be a Kubernetes object any more']];
  const wayOut = 'every write of an object in which it has no apiVersion and kind is refused; correct them first';
  return [['embedded-resource-added', `must be a Kubernetes object now: ${wayOut}`]];
}

function combinations(before: JSONSchemaProps, after: JSONSchemaProps): readonly Finding[] {
  return (['allOf', 'anyOf', 'oneOf', 'not'] as const).flatMap((field): readonly Finding[] => {
    const [was, is] = [clauses(before, field), clauses(after, field)];
    const { gone, added } = differences(was, is);
    if (gone.length + added.length === 0) return [];
    if (was.length === 0) return [['combination-added', `is restricted by ${field} now: ${CORRECT}`]];
    const isLooser =
      is.length === 0 || (field === 'allOf' && added.length === 0) || (field === 'anyOf' && gone.length === 0);
    if (isLooser) return [['combination-removed', `is restricted less by ${field} now`]];
    return [['combination-changed', `is restricted by another ${field}: ${INCOMPARABLE}`]];
  });
}

/** The clauses as the server reads them, and without those that only repeat `x-kubernetes-int-or-string`. */
function clauses(schema: JSONSchemaProps, field: 'allOf' | 'anyOf' | 'oneOf' | 'not'): readonly string[] {
  const list = field === 'not' ? (schema.not ? [schema.not] : []) : (schema[field] ?? []);
  const all = list.map((clause) => canonical(said(clause), { lists: 'unordered' }));
  // One that asks nothing matters only where it is one of several.
  const texts = field === 'allOf' ? all.filter((text) => text !== '{}') : all;
  if (!schema['x-kubernetes-int-or-string']) return texts;
  if (field === 'anyOf') return `[${texts.join()}]` === INT_OR_STRING ? [] : texts;
  return texts.filter((text) => text !== `{"anyOf":${INT_OR_STRING}}`);
}

const INT_OR_STRING = '[{"type":"integer"},{"type":"string"}]';

/** What a clause says, without what is as good as left out and without descriptions. */
function said(clause: JSONSchemaProps | null): JSONSchemaProps {
  const words = Object.entries(clause ?? {}).filter(
    ([word, value]) => word !== 'description' && !isLeftOut(word, value),
  );
  return Object.fromEntries(words.map(([word, value]) => [word, saidInside(word, value)]));
}

function saidInside(word: string, value: unknown): unknown {
  if (['allOf', 'anyOf', 'oneOf'].includes(word)) return (value as readonly JSONSchemaProps[]).map(said);
  if (word === 'properties') {
    const properties = Object.entries(value as Readonly<Record<string, JSONSchemaProps>>);
    return Object.fromEntries(properties.map(([name, schema]) => [name, said(schema)]));
  }
  const isSchema = ['not', 'items', 'additionalProperties'].includes(word) && typeof value === 'object';
  return isSchema && !Array.isArray(value) ? said(value) : value;
}

type Rule = NonNullable<JSONSchemaProps['x-kubernetes-validations']>[number];

/** Rules are told apart by what they compute. A new one that says the same as one that is gone takes its place. */
function rules(before: JSONSchemaProps, after: JSONSchemaProps): readonly Finding[] {
  const [was, is] = [before['x-kubernetes-validations'] ?? [], after['x-kubernetes-validations'] ?? []];
  const gone = was.filter((rule) => !is.some((other) => isSameRule(rule, other)));
  const added = is.filter((rule) => !was.some((other) => isSameRule(rule, other)));
  const follows = (rule: Rule) => gone.find((other) => other.message !== undefined && other.message === rule.message);
  const replaced = added.map(follows);
  return [
    ...added.map((rule) => ruleFinding(rule, follows(rule))),
    ...gone
      .filter((rule) => !replaced.includes(rule))
      .map((rule): Finding => ['rule-removed', `need not fulfil the rule ${show(rule)} any more`]),
  ];
}

function ruleFinding(rule: Rule, old: Rule | undefined): Finding {
  const instead = old ? `, not ${show(old)}, which may be looser or tighter` : ' now';
  const fact = `must fulfil the rule ${show(rule)}${instead}`;
  if (mentions(rule.rule, 'oldSelf')) {
    return ['transition-rule-added', `${fact}: every update is asked; let those that it refuses go another way`];
  }
  const wayOut = 'correct what it refuses first; a stored value stays until it is changed (Kubernetes 1.30 and later)';
  return [old ? 'rule-changed' : 'rule-added', `${fact}: ${wayOut}`];
}

/** Rules are often written over several lines. */
function show({ rule }: Rule): string {
  return rule.trim().replace(/\s+/g, ' ');
}

function isSameRule(rule: Rule, other: Rule): boolean {
  return rule.rule.trim() === other.rule.trim() && !rule.optionalOldSelf === !other.optionalOldSelf;
}
