import { didYouMean } from '../values/did-you-mean';
import type { Fields } from '../values/fields';
import type { Scalar, SchemaField, TypeCode } from '../manifest/schema-table';
import { type ListKeys, duplicatesIn } from './list-keys';
import type { Path } from './path';
import { SCALARS } from './scalars';
import { show, sortOf } from './show';
import type { StructureCodeName } from './structure-codes';
import { readType } from './type-code';
import { unquoted } from './unquoted';

/** Where a structure puts what it finds. */
export interface Findings {
  /** How many structural mistakes there were. A part before and after which it is the same is right. */
  readonly broken: number;
  add(code: StructureCodeName, at: Path, message: string, fix?: string): void;
}

/** Tells which fields of a map are not known, and which are missing. A missing one that was probably misspelt is told once. */
export function addFieldMistakes(
  findings: Findings,
  at: Path,
  value: Fields,
  { unknown, wanted, fields }: FieldsOfMap,
): void {
  const isAbsent = (field: string) => value[field] === undefined || value[field] === null;
  const missing = wanted.filter(isAbsent);
  for (const field of unknown) {
    const meant = didYouMean(field, missing) ?? didYouMean(field, Object.keys(fields).filter(isAbsent));
    const fix = meant === undefined ? 'take it away, or move it to where it belongs' : `did you mean "${meant}"?`;
    findings.add('unknown-field', at.field(field), 'is not a field', fix);
    if (meant !== undefined && missing.includes(meant)) missing.splice(missing.indexOf(meant), 1);
  }
  for (const field of missing) findings.add('missing-field', at.field(field), 'is missing', howTo(fields[field]));
}

/** The fields that a map has, and those that it may and must have. */
export interface FieldsOfMap {
  readonly unknown: readonly string[];
  readonly wanted: readonly string[];
  readonly fields: Readonly<Record<string, TypeCode | SchemaField>>;
}

function howTo(cell: TypeCode | SchemaField | undefined): string {
  const code = typeof cell === 'object' ? cell.type : (cell ?? 'any');
  const type = readType(code);
  if (typeof cell === 'object' && cell.enum) return `give one of ${cell.enum.filter((word) => word !== '').join(', ')}`;
  if (type.is === 'list') return 'give a list';
  if (type.is === 'name' && type.name in SCALARS) return `give ${SCALARS[type.name as Scalar].what}`;
  return 'give a map';
}

/** Tells that a value is not one of the words that its field takes. */
export function addUnknownWord(findings: Findings, at: Path, value: unknown, words: readonly string[]): void {
  const meant = didYouMean(String(value), words);
  const choice = words.filter((word) => word !== '').map((word) => JSON.stringify(word));
  const fix = meant ? `did you mean "${meant}"?` : `give ${choice.join(', ').replace(/, ([^,]*)$/, ' or $1')}`;
  findings.add('unknown-value', at, `${show(value)} is not one of its values`, fix);
}

/** Tells which items of a list are the same as an earlier one, where the server wants them to differ. */
export function addDuplicates(
  findings: Findings,
  at: Path,
  items: readonly unknown[],
  how: ListKeys & { readonly code: 'duplicate-list-key' | 'duplicate-item' },
): void {
  for (const { index, first } of duplicatesIn(items, how)) {
    const has = how.keys.length === 0 ? 'is the same as' : `has the ${how.keys.join(' and ')} of`;
    findings.add(how.code, at.item(index), `${has} ${at.item(first).text()}`, 'take one of them away, or change it');
  }
}

/** Tells that a value is no list, or no map. */
export function addWrongSort(findings: Findings, at: Path, value: unknown, wanted: 'a list' | 'a map'): void {
  findings.add('wrong-type', at, `${show(value)} is ${sortOf(value)}`.trim(), `give ${wanted}`);
}

/** Tells that a scalar is of another type than is wanted. */
export function addWrongScalar(findings: Findings, at: Path, value: unknown, wanted: string): void {
  const isUnquoted = wanted === 'a string' && show(value) !== '';
  const { message, fix } = isUnquoted
    ? unquoted(value)
    : { message: `${show(value)} is ${sortOf(value)}`.trim(), fix: mend(value, wanted) };
  findings.add('wrong-type', at, message, fix);
}

function mend(value: unknown, wanted: string): string {
  if (typeof value === 'string') {
    const isNumber = value !== '' && !Number.isNaN(Number(value));
    if (isNumber && wanted.includes('number')) return `write ${value} without quotes`;
    if (wanted === 'true or false' && /^(true|false)$/i.test(value))
      return `write ${value.toLowerCase()} without quotes`;
  }
  return `give ${wanted}`;
}
