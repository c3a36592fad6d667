import { withFields } from '../values/fields';
import { remember } from '../values/remember';
import { isList, partsOf } from '../manifest/take-apart';
import type { AnyObject } from './any-object';
import { asJson } from './as-json';
import { issuesOf, keyOf } from './found';
import { type Inventory, openInventory, type OpenInventory } from './inventory';
import { isDefinition } from './is-definition';
import type { Issue } from './issue';
import { unknownKind } from './kinds';
import { isNeeded, Occurrences } from './occurrences';
import type { ValidateOptions } from './options';
import { ROOT } from './path';
import { Progress } from './progress';
import type { Reference } from './reference';
import type { AppReport, Area } from './rule';
import { openRuleBook } from './rule-book';
import type { Schema } from './schema';
import { sortOf } from './show';
import { structureOf } from './structure';

export type Validator = (manifests: Iterable<unknown>, options: ValidateOptions) => readonly Issue[];

/** Makes a function that validates, from what is known about kinds and from rules. Its parts are loaded and compiled as they are needed. */
export function validatorOf(table: Schema, areas: readonly Area[]): Validator {
  const progress = new Progress(table.kubernetes);
  const occurrences = new Occurrences();
  const rules = openRuleBook(areas, progress, occurrences);
  const check = structureOf(table, progress, rules, occurrences);
  const checkMetadata = check('ObjectMeta', ROOT.field('metadata'));
  const checkOf = remember((apiVersion) => remember((kind) => makeCheck(apiVersion, kind)));

  /** What it gives is the object as the server reads it, if that is known. */
  function makeCheck(apiVersion: string, kind: string): (object: AnyObject) => unknown {
    const name = `${apiVersion}/${kind}`;
    const known = Object.hasOwn(table.kinds, name) ? table.kinds[name] : undefined;
    if (known !== undefined) return check(known.definition);
    const unknown = unknownKind(table, apiVersion, kind);
    return (object) => {
      const { metadata } = object;
      if (unknown) progress.add('unknown-kind', ROOT.field(unknown.field), unknown.message, unknown.fix);
      if (unknown || metadata === undefined) return undefined;
      const seen = checkMetadata(metadata);
      return seen === metadata ? undefined : withFields(object, { metadata: seen });
    };
  }

  /** Checks one object, and adds what the whole app is to know of it. */
  function checkObject(given: unknown, inventory: OpenInventory, owner: number): void {
    const value = asJson(given);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      progress.add('manifest', ROOT, `is ${sortOf(value)}`, 'give a map with apiVersion, kind and metadata');
      return;
    }
    const { apiVersion, kind } = value as Partial<AnyObject>;
    const before = progress.broken;
    checkTypeField('apiVersion', apiVersion);
    checkTypeField('kind', kind);
    if (progress.broken > before) return;
    // Its apiVersion and kind were just seen; what else it has is looked at below, and not before.
    const object = value as AnyObject;
    progress.begin(object);
    const begin = occurrences.begin();
    const first = progress.found.length;
    const seen = (checkOf(object.apiVersion)(object.kind)(object) ?? object) as AnyObject;
    const isSound = progress.broken === before;
    // What is wrong elsewhere does not keep anyone from reading the metadata, which these rules are about.
    if (isSound || progress.found.slice(first).every(({ at }) => !HEAD.has(at.steps()[0]))) {
      for (const rule of rules.onObjects) if (isNeeded(rule.needs, begin)) rule.visit(seen, ROOT);
    }
    const { index, references } = progress;
    inventory.add({ key: keyOf(seen), object: seen, isSound, index, owner }, (isSound && references) || NO_REFERENCES);
  }

  function checkTypeField(field: string, value: unknown): void {
    if (typeof value === 'string' && value !== '') return;
    const message = value === undefined || value === null ? 'is missing' : 'is not a string with something in it';
    progress.add('manifest', ROOT.field(field), message, `give the ${field} of the object`);
  }

  function checkApp(inventory: Inventory, begin: number, { customResources = [], ...options }: ValidateOptions): void {
    const { kubernetes } = table;
    const definitions = customResources.flatMap(partsOf).filter(isDefinition);
    const levels: Readonly<Record<string, unknown>> = options.rules ?? {};
    for (const { rule, needs } of rules.onApp) {
      const { code, severity } = rule;
      if (levels[code] === 'off' || !isNeeded(needs, begin)) continue;
      const report: AppReport = ({ index }, at, message, fix) =>
        progress.found.push({ index, severity, code, at, message, fix });
      attempt(() => {
        rule.check(inventory, report, { kubernetes, customResources: definitions });
      }, ` by the rule ${code}`);
    }
  }

  /** What can only fail for manifests that are no data: a getter that throws, a value inside itself, one deeper than the stack. */
  function attempt(check: () => void, by = ''): void {
    const before = progress.found.length;
    try {
      check();
    } catch (error) {
      progress.found.length = before;
      const reason =
        error instanceof RangeError ? 'it is too deep, or part of itself' : `reading it ends with ${String(error)}`;
      progress.add('not-checked', ROOT, `is not checked${by}: ${reason}`, 'give plain data, as a YAML reader does');
    }
  }

  function validateAll(manifests: Iterable<unknown>, options: ValidateOptions): readonly Issue[] {
    const begin = occurrences.begin();
    /** What is checked: the manifests, or the items of those that are lists; and the index of the manifest that each is, or is of. */
    const [objects, owners]: [unknown[], number[]] = [[], []];
    const inventory = openInventory();
    let owner = 0;
    const checkAt = (list: readonly unknown[], at: number): void => {
      const index = objects.push(undefined) - 1;
      owners.push(owner);
      progress.index = index;
      attempt(() => {
        checkObject((objects[index] = list[at]), inventory, owner);
      });
    };
    const checkManifest = (list: readonly unknown[], at: number): void => {
      const parts = partsAt(list, at);
      if (parts === undefined) checkAt(list, at);
      else for (const part of parts.keys()) checkAt(parts, part);
      owner++;
    };
    if (Array.isArray(manifests)) for (const at of manifests.keys()) checkManifest(manifests, at);
    else for (const manifest of manifests) checkManifest([manifest], 0);
    checkApp(inventory, begin, options);
    const { sources } = options;
    return issuesOf(progress.found, objects, {
      ...options,
      ...(sources && { sources: (index, path) => sources(owners[index] ?? index, path) }),
    });
  }

  return (manifests, options) => progress.anew(() => validateAll(manifests, options));
}

/** The items of a list that stands for a manifest, as kubectl takes it apart. What throws when it is read is no list. */
function partsAt(list: readonly unknown[], at: number): readonly unknown[] | undefined {
  try {
    return isList(list[at]) ? partsOf(list[at]) : undefined;
  } catch {
    return undefined;
  }
}

/** What the rules about every object look at. */
const HEAD: ReadonlySet<unknown> = new Set(['apiVersion', 'kind', 'metadata']);

const NO_REFERENCES: readonly Reference[] = [];
