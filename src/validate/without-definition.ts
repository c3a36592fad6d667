import { isFields } from '../values/fields';
import { groupOf } from '../manifest/object-key';
import { unknownKind } from './kinds';
import { builtInSchema } from './schema';

/**
 * How many objects there are of each kind that is neither built in nor has a CustomResourceDefinition among the manifests or the
 * given ones. Of these the validation looks at the metadata only.
 *
 * @example withoutDefinition([{ apiVersion: 'example.com/v1', kind: 'Widget' }], []) // a map of 'example.com/Widget' to 1
 */
export function withoutDefinition(
  manifests: readonly unknown[],
  customResources: readonly unknown[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, Counted>();
  for (const manifest of manifests) {
    const { apiVersion, kind } = fieldsOf(manifest);
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || kind === '') continue;
    const key = `${apiVersion}/${kind}`;
    const counted = counts.get(key);
    if (counted) counted.objects++;
    else counts.set(key, { apiVersion, kind, objects: 1 });
  }
  const table = builtInSchema();
  const defined = new Set([customResources, manifests].flatMap((objects) => objects.flatMap(definedBy)));
  const found = new Map<string, number>();
  for (const [key, { apiVersion, kind, objects }] of counts) {
    const name = `${groupOf(apiVersion)}/${kind}`;
    // What is no kind at all is an issue, and so is a version that the definition does not have.
    if (Object.hasOwn(table.kinds, key) || defined.has(name) || unknownKind(table, apiVersion, kind)) continue;
    found.set(name, (found.get(name) ?? 0) + objects);
  }
  return found;
}

interface Counted {
  readonly apiVersion: string;
  readonly kind: string;
  objects: number;
}

/** The group and the kind of the objects of a definition; nothing of what is no definition. */
function definedBy(manifest: unknown): readonly string[] {
  const { kind, spec } = fieldsOf(manifest);
  if (kind !== 'CustomResourceDefinition') return [];
  const { group, names } = fieldsOf(spec);
  return [`${String(group)}/${String(fieldsOf(names)['kind'])}`];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isFields(value) ? value : {};
}
