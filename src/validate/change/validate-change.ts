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

/** What {@link validateChange} may be told. `sources` is asked about the new manifests only. */
export type ValidateChangeOptions = Pick<ValidateOptions, 'rules' | 'sources'>;

/**
 * Says what is wrong with a change: from the manifests that were applied to those that will be.
 *
 * Guarantees: an error means that the API server refuses to make the one object of the other, a warning that it does and that data is
 * lost, left behind, or out of the reach of clients. What is wrong with the new manifests by themselves is for `validate` to say. All issues
 * come back, first of the new manifests, in their order, then of those that are there no more. Nothing is thrown.
 *
 * Assumptions: the old manifests were applied as they are. What they leave open, the server or a controller may have filled in; a change
 * from that is an error only where it is one whatever that was. Objects without a namespace go to the same one as before.
 *
 * An annotation `cdk8s-workloads/ignore-<code>: <reason>` on an object takes the issues of that code away from it.
 *
 * @param before as they come out of a YAML or JSON reader: the output of the last release, or of the branch that is deployed
 * @example
 * const web = (clusterIP: string) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { clusterIP } });
 * const [issue] = validateChange([web('10.96.0.7')], [web('None')]);
 * issue?.path; // 'spec.clusterIP'
 * issue?.message; // 'was "10.96.0.7" and is "None", but it cannot be changed'
 */
export function validateChange(
  before: readonly unknown[],
  after: readonly unknown[],
  { rules, sources }: ValidateChangeOptions = {},
): readonly Issue[] {
  const [old, now] = [readItems(before), readItems(after)];
  const [oldByKey, newByKey] = [byKey(old), byKey(now)];
  const gone = [...oldByKey].flatMap(([key, item]) => (item.isSound && !newByKey.has(key) ? [item] : []));
  const added = [...newByKey].flatMap(([key, item]) => (item.isSound && !oldByKey.has(key) ? [item] : []));
  // Issues name a manifest by its index; those that are gone come after the others.
  const goneAfter = gone.map((item, index) => ({ ...item, index: after.length + index }));
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
  return issuesOf(found, [...after, ...gone.map(({ object }) => object)], {
    ...(rules !== undefined && { rules }),
    ...(sources !== undefined && {
      sources: (index, path) => (index < after.length ? sources(index, path) : undefined),
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
  validatorOf(builtInSchema(), [reader])(manifests, {});
  return items;
}
