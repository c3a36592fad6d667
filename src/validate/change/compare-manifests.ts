import type { Kinds } from '../../../imports/kubernetes/types';
import { type Found, issuesOf } from '../found';
import { type Inventory, type Item, openInventory } from '../inventory';
import type { Issue } from '../issue';
import type { ValidateOptions } from '../options';
import { type Path, ROOT } from '../path';
import type { AppContext, AppRule, Report } from '../rule';
import { builtInSchema } from '../schema';
import { validatorOf } from '../validator';
import type { AnyChangeRule, BothSides } from './change-rule';
import { CHANGE_RULES } from './change-rules';
import { pairUp } from './pairs';
import { renamesOf } from './removals';

/** What `validateChange` gives, and promises: see there. */
export function compareManifests(
  before: Iterable<unknown>,
  after: Iterable<unknown>,
  { customResources = [], rules, sources }: Pick<ValidateOptions, 'customResources' | 'rules' | 'sources'>,
): readonly Issue[] {
  const [old, now] = [read(before, []), read(after, customResources)];
  const both = { before: old.inventory, after: now.inventory };
  const { kept, gone, added } = pairUp(both.before.items, both.after.items);
  // Issues name an object by its index; those that are gone come after the others.
  const objects: unknown[] = [];
  const owners: number[] = [];
  for (const { index, object, owner } of both.after.items) [objects[index], owners[index]] = [object, owner];
  const end = objects.length;
  const goneAfter = gone.filter(isSound).map((item, index) => ({ ...item, index: end + index }));
  const renamed = renamesOf(goneAfter, added.filter(isSound));
  const change = { ...both, kept, gone: goneAfter, added, renamed, customResources: now.customResources };
  const found = kept.flatMap(([was, is]) => comparePair(was, is, both));
  for (const rule of CHANGE_RULES) {
    if (!('on' in rule)) continue;
    rule.check(change, ({ index }, at, message, fix) => found.push(foundBy(rule, index, at, message, fix)));
  }
  return issuesOf(found, [...objects, ...goneAfter.map(({ object }) => object)], {
    ...(rules !== undefined && { rules }),
    ...(sources !== undefined && {
      sources: (index, path) => {
        const owner = owners[index];
        return owner === undefined ? undefined : sources(owner, path);
      },
    }),
  });
}

function isSound(item: Item): boolean {
  return item.isSound;
}

function comparePair(was: Item, is: Item, both: BothSides): readonly Found[] {
  if (!was.isSound || !is.isSound || was.object.apiVersion !== is.object.apiVersion) return [];
  // Sound objects of a kind have its type, and the rules are about that kind.
  const kind = `${is.object.apiVersion}/${is.object.kind}` as keyof Kinds;
  const [before, after] = [was.object as Kinds[typeof kind], is.object as Kinds[typeof kind]];
  const found: Found[] = [];
  for (const rule of CHANGE_RULES) {
    if ('on' in rule || !rule.kinds.includes(kind)) continue;
    try {
      const report: Report = (at, message, fix) => found.push(foundBy(rule, is.index, at, message, fix));
      rule.check(before, after, report, both);
    } catch {
      found.push(
        foundBy(NOT_CHECKED, is.index, ROOT, 'is not compared: a part of it cannot be read', 'give plain data'),
      );
    }
  }
  return found;
}

const NOT_CHECKED = { code: 'not-checked', severity: 'warning' } as const;

function foundBy(
  { code, severity }: Pick<AnyChangeRule, 'code' | 'severity'>,
  index: number,
  at: Path,
  message: string,
  fix: string | undefined,
): Found {
  return { index, severity, code, at, message, fix };
}

/**
 * The manifests as the server reads them, and whether their structure is right; and the definitions that are some. It is what a validator
 * shows to a rule about the whole app.
 */
function read(manifests: Iterable<unknown>, customResources: readonly unknown[]): Read {
  let found: Read = { inventory: openInventory(), customResources: [] };
  const reader: AppRule = {
    code: 'read',
    severity: 'warning',
    on: 'the whole app',
    summary: 'Reads the manifests.',
    check(inventory, _report, context) {
      found = { inventory, customResources: context.customResources };
    },
  };
  validatorOf(builtInSchema(), [{ rules: () => [reader] }])(manifests, { customResources });
  return found;
}

interface Read extends Pick<AppContext, 'customResources'> {
  readonly inventory: Inventory;
}
