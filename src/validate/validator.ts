import type { CustomResourceDefinition } from '../manifest/kubernetes';
import { withFields } from '../manifest/fields';
import { push } from '../manifest/push';
import { remember } from '../manifest/remember';
import { isList, partsOf } from '../manifest/take-apart';
import type { Schema } from './schema';
import type { AnyObject } from './any-object';
import { split } from './check-field';
import { type Inventory, openInventory, type OpenInventory } from './inventory';
import { issuesOf, keyOf, type Found } from './found';
import { isDefinition } from './is-definition';
import type { Issue } from './issue';
import { unknownKind } from './kinds';
import { isNeeded, type Occurrence, Occurrences } from './occurrences';
import type { ValidateOptions } from './options';
import { ROOT, type Path } from './path';
import type { Refer, Reference } from './reference';
import type {
  AnyRule,
  AppReport,
  AppRule,
  Area,
  Context,
  FieldRule,
  ObjectRule,
  Referrer,
  Report,
  Rule,
  Selective,
} from './rule';
import { sortOf } from './show';
import { asJson, structureOf, type Visitor, type Visitors } from './structure';
import { STRUCTURE_CODES, type StructureCodeName } from './structure-codes';

export type Validator = (manifests: Iterable<unknown>, options: ValidateOptions) => readonly Issue[];

/** Makes a function that validates, from what is known about kinds and from rules. Its parts are loaded and compiled as they are needed. */
export function validatorOf(table: Schema, areas: readonly Area[]): Validator {
  let found: Found[] = [];
  let index = 0;
  let owner = 0;
  let context: Context = { object: NO_OBJECT, kubernetes: table.kubernetes };

  const findings = {
    broken: 0,
    add(code: StructureCodeName, at: Path, message: string, fix?: string): void {
      if (!STILL_READABLE.has(code)) findings.broken++;
      found.push({ index, severity: STRUCTURE_CODES[code].severity, code, at, message, fix });
    },
  };
  const reporter =
    ({ code, severity }: AnyRule): Report =>
    (at, message, fix) =>
      found.push({ index, severity, code, at, message, fix });

  const occurrences = new Occurrences();
  const byDefinition = new Map<string, Visitor[]>();
  const byField = new Map<string, FieldRule[]>();
  const onObjects: Visitor[] = [];
  const onApp: { readonly rule: AppRule; readonly needs: readonly Occurrence[] | undefined }[] = [];

  function addRule(rule: AnyRule): void {
    if ('fields' in rule) for (const name of rule.fields) push(byField, name, rule);
    else if (isAppRule(rule)) onApp.push({ rule, needs: neededBy(rule) });
    else if (isObjectRule(rule)) onObjects.push(visitorOf(rule));
    else addVisitor(rule.on, visitorOf(rule));
  }

  function addVisitor(on: string | readonly string[], visitor: Visitor): void {
    for (const name of typeof on === 'string' ? [on] : on) push(byDefinition, name, visitor);
  }

  function visitorOf(rule: Rule | ObjectRule): Visitor {
    const report = reporter(rule);
    const check = rule.check.bind(rule);
    // The table says that the values have the type which the rule asks for.
    return { visit: (value, at) => check(value as never, at, report, context), needs: neededBy(rule) };
  }

  function addReferrer(referrer: Referrer): void {
    addVisitor(referrer.on, { visit: (value, at) => referrer.refer(value, at, refer), needs: neededBy(referrer) });
  }

  /** Of the manifest that is looked at. */
  let references: Reference[] | undefined;
  const refer: Refer = (at, field, name, target, data) => {
    if (name !== undefined && name !== '') (references ??= []).push({ at, field, target, name, data });
  };

  function neededBy({ needs }: Selective): readonly Occurrence[] | undefined {
    return needs?.map((name) => occurrences.of(name));
  }

  /** Areas that are not loaded yet, by what they need. */
  const waiting = new Map<string, Set<Area>>();
  for (const area of areas) {
    area.referrers?.forEach(addReferrer);
    if (area.needs === undefined) area.rules().forEach(addRule);
    else for (const name of area.needs) waiting.set(name, (waiting.get(name) ?? new Set<Area>()).add(area));
  }

  /** Loads what is about a definition or a field, which is met for the first time. */
  function meet(name: string): void {
    for (const area of waiting.get(name) ?? []) {
      const rules = area.rules();
      area.needs?.forEach((other) => waiting.get(other)?.delete(area));
      rules.forEach(addRule);
    }
  }

  const visitors: Visitors = {
    of: (name) => {
      meet(name);
      let found = byDefinition.get(name);
      if (found === undefined) byDefinition.set(name, (found = []));
      return found;
    },
    ofField: (name) => {
      meet(name);
      return (byField.get(name) ?? []).map((rule) => {
        const report = reporter(rule);
        return (value, parent, step) => {
          const phrase = rule.problem(value, context);
          if (phrase === undefined) return;
          const { message, fix } = split(value, phrase);
          report(typeof step === 'number' ? parent.item(step) : parent.field(step), message, fix);
        };
      });
    },
  };
  const check = structureOf(table, findings, visitors, occurrences);
  const checkMetadata = check('ObjectMeta', ROOT.field('metadata'));
  const checksOf = remember((apiVersion) => remember((kind) => makeCheck(apiVersion, kind)));

  /** What it gives is the object as the server reads it, if that is known. */
  function makeCheck(apiVersion: string, kind: string): (object: AnyObject) => unknown {
    const name = `${apiVersion}/${kind}`;
    const known = Object.hasOwn(table.kinds, name) ? table.kinds[name] : undefined;
    if (known !== undefined) return check(known.definition);
    const unknown = unknownKind(table, apiVersion, kind);
    return (object) => {
      const { metadata } = object;
      if (unknown) findings.add('unknown-kind', ROOT.field(unknown.field), unknown.message, unknown.fix);
      if (unknown || metadata === undefined) return undefined;
      const seen = checkMetadata(metadata);
      return seen === metadata ? undefined : withFields(object, { metadata: seen });
    };
  }

  /** Checks one manifest, and adds what the whole app is to know of it. */
  function checkManifest(given: unknown, inventory: OpenInventory): void {
    const manifest = asJson(given);
    if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
      findings.add('manifest', ROOT, `is ${sortOf(manifest)}`, 'give a map with apiVersion, kind and metadata');
      return;
    }
    const { apiVersion, kind } = manifest as Partial<AnyObject>;
    const before = findings.broken;
    checkTypeField('apiVersion', apiVersion);
    checkTypeField('kind', kind);
    if (findings.broken > before) return;
    // Its apiVersion and kind were just seen; what else it has is looked at below, and not before.
    const object = manifest as AnyObject;
    context = { object, kubernetes: table.kubernetes };
    const begin = occurrences.begin();
    const first = found.length;
    references = undefined;
    const seen = (checksOf(object.apiVersion)(object.kind)(object) ?? object) as AnyObject;
    const isSound = findings.broken === before;
    // What is wrong elsewhere does not keep anyone from reading the metadata, which these rules are about.
    if (isSound || found.slice(first).every(({ at }) => !HEAD.has(at.steps()[0]))) {
      for (const rule of onObjects) if (isNeeded(rule.needs, begin)) rule.visit(seen, ROOT);
    }
    inventory.add({ key: keyOf(seen), object: seen, isSound, index, owner }, (isSound && references) || NO_REFERENCES);
  }

  function checkTypeField(field: string, value: unknown): void {
    if (typeof value === 'string' && value !== '') return;
    const message = value === undefined || value === null ? 'is missing' : 'is not a string with something in it';
    findings.add('manifest', ROOT.field(field), message, `give the ${field} of the object`);
  }

  function checkApp(inventory: Inventory, customResources: readonly CustomResourceDefinition[], begin: number): void {
    for (const { rule, needs } of onApp) {
      if (!isNeeded(needs, begin)) continue;
      const { code, severity } = rule;
      const report: AppReport = (item, at, message, fix) =>
        found.push({ index: item.index, severity, code, at, message, fix });
      attempt(() => {
        rule.check(inventory, report, { kubernetes: table.kubernetes, customResources });
      }, ` by the rule ${code}`);
    }
  }

  /** What can only fail for manifests that are no data: a getter that throws, a value inside itself, one deeper than the stack. */
  function attempt(check: () => void, by = ''): void {
    const before = found.length;
    try {
      check();
    } catch (error) {
      found.length = before;
      const reason =
        error instanceof RangeError ? 'it is too deep, or part of itself' : `reading it ends with ${String(error)}`;
      findings.add('not-checked', ROOT, `is not checked${by}: ${reason}`, 'give plain data, as a YAML reader does');
    }
  }

  return (manifests, options) => {
    // Whoever gives the manifests one by one may validate others in between.
    const outer = { found, index, owner, context, references };
    try {
      return validateAll(manifests, options);
    } finally {
      ({ found, index, owner, context, references } = outer);
    }
  };

  function validateAll(manifests: Iterable<unknown>, options: ValidateOptions): readonly Issue[] {
    found = [];
    index = 0;
    owner = 0;
    const begin = occurrences.begin();
    /** What is checked: the manifests, or the items of those that are lists; and the index of the manifest that each is, or is of. */
    const [all, owners]: [unknown[], number[]] = [[], []];
    const inventory = openInventory();
    const checkPart = (list: readonly unknown[], at: number): void => {
      index = all.push(undefined) - 1;
      owners.push(owner);
      attempt(() => {
        checkManifest((all[index] = list[at]), inventory);
      });
    };
    const checkAt = (list: readonly unknown[], at: number): void => {
      const parts = partsAt(list, at);
      if (parts === undefined) checkPart(list, at);
      else for (const part of parts.keys()) checkPart(parts, part);
      owner++;
    };
    if (Array.isArray(manifests)) for (const at of manifests.keys()) checkAt(manifests, at);
    else for (const manifest of manifests) checkAt([manifest], 0);
    checkApp(inventory, (options.customResources ?? []).flatMap(partsOf).filter(isDefinition), begin);
    const { sources } = options;
    return issuesOf(found, all, {
      ...options,
      ...(sources && { sources: (part, path) => sources(owners[part] ?? part, path) }),
    });
  }
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

/** Codes with which the rest of an object can be believed. */
const STILL_READABLE: ReadonlySet<StructureCodeName> = new Set(['duplicate-item', 'duplicate-list-key', 'not-checked']);

const NO_REFERENCES: readonly Reference[] = [];
const NO_OBJECT: AnyObject = { apiVersion: '', kind: '' };

function isAppRule(rule: AnyRule): rule is AppRule {
  return 'on' in rule && rule.on === 'the whole app';
}

function isObjectRule(rule: AnyRule): rule is ObjectRule {
  return 'on' in rule && rule.on === 'every object';
}
