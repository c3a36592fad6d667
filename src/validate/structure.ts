import type { Fields } from '../values/fields';
import { type Changes, mapOf, withChanges } from './map-of';
import { isNeeded, type Occurrence, type Occurrences } from './occurrences';
import { type Path, ROOT } from './path';
import type { Schema } from './schema';
import { addFieldMistakes, type Findings } from './structural-mistakes';
import { type Check, fieldCheck, type Mode, type Surroundings } from './type-check';
import type { Visitors } from './visitors';

/** Checks an object, and gives it as the server reads it: without its nulls. What is right is not copied. */
export type ObjectCheck = (value: unknown) => unknown;

/**
 * Makes the checks of all definitions of a table. Each is made when a value first needs it.
 */
export function structureOf(
  table: Schema,
  findings: Findings,
  visitors: Visitors,
  occurrences: Occurrences,
): (definition: string, at?: Path) => ObjectCheck {
  const made = new Map<string, DefinitionCheck>();
  const around: Surroundings = {
    findings,
    visitors,
    requiredBy: (name) => table.definition(name)?.required ?? [],
    definitionCheck: (name, mode) => {
      let check: DefinitionCheck | undefined;
      return (value, at) => (check ??= checkOf(name, mode))(value, at);
    },
  };

  function checkOf(name: string, mode: Mode): DefinitionCheck {
    const key = `${name} ${mode}`;
    let check = made.get(key);
    if (check === undefined) made.set(key, (check = makeCheck(name, mode)));
    return check;
  }

  function makeCheck(name: string, mode: Mode): DefinitionCheck {
    const { fields = {}, required = [] } = table.definition(name) ?? {};
    const asked = mode === 'types' ? [] : visitors.of(name);
    const own = occurrences.of(name);
    const wanted = mode === 'types' ? [] : required;
    const known = new Set(Object.keys(fields));
    const checks = new Map<string, KnownField>();
    const meet = (field: string): KnownField | undefined => {
      if (!known.has(field)) return undefined;
      const path = `${name}.${field}`;
      const check = fieldCheck(around, path, fields[field] ?? 'any', mode);
      const met = { check, occurrence: occurrences.of(path) };
      checks.set(field, met);
      return met;
    };
    return (given, at) => {
      const value = mapOf(given, at, findings);
      if (value === undefined) return undefined;
      const begin = (own.last = occurrences.begin());
      const before = findings.broken;
      let changed: Changes | undefined;
      let unknown: string[] | undefined;
      for (const field of Object.keys(value)) {
        const found = checks.get(field) ?? meet(field);
        const content = value[field];
        if (found === undefined) {
          if (content !== undefined) (unknown ??= []).push(field);
        } else if (content === null) (changed ??= new Map()).set(field, undefined);
        else if (content !== undefined) {
          found.occurrence.last = begin;
          const seen = found.check(content, at, field);
          if (seen !== content) (changed ??= new Map()).set(field, seen);
        }
      }
      if (unknown !== undefined || lacksSome(value, wanted)) {
        addFieldMistakes(findings, at, value, { unknown: mode === 'open' ? [] : (unknown ?? []), wanted, fields });
      }
      const seen = withChanges(value, changed);
      if (findings.broken === before) {
        for (const visitor of asked) if (isNeeded(visitor.needs, begin)) visitor.visit(seen, at);
      }
      return seen;
    };
  }

  return (definition, at = ROOT) => {
    const check = around.definitionCheck(definition, 'strict');
    return (value) => check(value, at);
  };
}

type DefinitionCheck = ReturnType<Surroundings['definitionCheck']>;

interface KnownField {
  readonly check: Check;
  readonly occurrence: Occurrence;
}

/** A loop, because it is asked of every map, and a function made for each costs more than the answer. */
function lacksSome(value: Fields, wanted: readonly string[]): boolean {
  for (const field of wanted) {
    if (value[field] === undefined || value[field] === null) return true;
  }
  return false;
}
