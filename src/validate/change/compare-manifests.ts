import type { Kinds } from '../../../imports/kubernetes/types';
import { showKey } from '../../manifest/object-key';
import { type Found, issuesOf } from '../found';
import type { Item } from '../inventory';
import type { Issue } from '../issue';
import type { ValidateOptions } from '../options';
import { type Path, ROOT } from '../path';
import type { AppRule } from '../rule';
import { builtInSchema } from '../schema';
import { validatorOf } from '../validator';
import type { AnyChangeRule } from './change-rule';
import { CHANGE_RULES } from './change-rules';
import { renamesOf } from './removals';

/** What `validateChange` gives, and promises: see there. */
export function compareManifests(
  before: readonly unknown[],
  after: readonly unknown[],
  { rules, sources }: Pick<ValidateOptions, 'rules' | 'sources'>,
): readonly Issue[] {
  const [old, now] = [readItems(before), readItems(after)];
  const [oldByKey, newByKey] = [byKey(old), byKey(now)];
  const gone = [...oldByKey].flatMap(([key, item]) => (item.isSound && !newByKey.has(key) ? [item] : []));
  const added = [...newByKey].flatMap(([key, item]) => (item.isSound && !oldByKey.has(key) ? [item] : []));
  // Issues name an object by its index; those that are gone come after the others.
  const objects: unknown[] = [];
  const owners: number[] = [];
  for (const { index, object, owner } of now) [objects[index], owners[index]] = [object, owner];
  const end = objects.length;
  const goneAfter = gone.map((item, index) => ({ ...item, index: end + index }));
  const change = { gone: goneAfter, renamed: renamesOf(goneAfter, added) };
  const found: Found[] = [];
  for (const [key, item] of newByKey) {
    const was = oldByKey.get(key);
    if (was !== undefined) found.push(...comparePair(was, item));
  }
  for (const rule of CHANGE_RULES) {
    if (!('on' in rule)) continue;
    rule.check(change, ({ index }, at, message, fix) => found.push(foundBy(rule, index, at, message, fix)));
  }
  return issuesOf(found, [...objects, ...gone.map(({ object }) => object)], {
    ...(rules !== undefined && { rules }),
    ...(sources !== undefined && {
      sources: (index, path) => {
        const owner = owners[index];
        return owner === undefined ? undefined : sources(owner, path);
      },
    }),
  });
}

function comparePair(was: Item, is: Item): readonly Found[] {
  if (!was.isSound || !is.isSound || was.object.apiVersion !== is.object.apiVersion) return [];
  // Sound objects of a kind have its type, and the rules are about that kind.
  const kind = `${is.object.apiVersion}/${is.object.kind}` as keyof Kinds;
  const [before, after] = [was.object as Kinds[typeof kind], is.object as Kinds[typeof kind]];
  const found: Found[] = [];
  for (const rule of CHANGE_RULES) {
    if ('on' in rule || !rule.kinds.includes(kind)) continue;
    try {
      rule.check(before, after, (at, message, fix) => found.push(foundBy(rule, is.index, at, message, fix)));
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

/** The first object of each key, as for `validate`, which says that there are more. */
function byKey(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = showKey(item.key);
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}

/** The manifests as the server reads them, and whether their structure is right: what a validator shows to a rule about the whole app. */
function readItems(manifests: readonly unknown[]): readonly Item[] {
  let items: readonly Item[] = [];
  const reader: AppRule = {
    code: 'read',
    severity: 'warning',
    on: 'the whole app',
    summary: 'Reads the manifests.',
    check(inventory) {
      items = inventory.items;
    },
  };
  validatorOf(builtInSchema(), [{ rules: () => [reader] }])(manifests, {});
  return items;
}
