import type { CustomResourceDefinition } from '../manifest/kubernetes';
import { canonical } from './canonical';
import { compareSchemas } from './compare-schemas';
import { differences } from './differences';
import { change, type VersionChange } from './version-change';

export type DefinitionVersion = CustomResourceDefinition['spec']['versions'][number];

/** What changed between two states of one version of a definition. */
export function compareVersion(before: DefinitionVersion, after: DefinitionVersion): readonly VersionChange[] {
  return [
    ...compareServing(before, after),
    ...compareStatus(before, after),
    ...compareScale(before, after),
    ...compareSelectableFields(before, after),
    ...compareColumns(before, after),
    ...compareSchemas(after.name, schemaOf(before), schemaOf(after)),
  ];
}

export function schemaOf({ schema }: DefinitionVersion) {
  return schema?.openAPIV3Schema ?? {};
}

/** What happens to a version that clients use, and what would be kinder. */
export const NOT_FOUND = 'its clients get 404; deprecate it first, and give them time';

function compareServing(before: DefinitionVersion, after: DefinitionVersion): readonly VersionChange[] {
  const { name } = after;
  const changes: VersionChange[] = [];
  if (before.served && !after.served) {
    changes.push(change('version-not-served', name, `is not served any more: ${NOT_FOUND}`));
  }
  if (!before.served && after.served) changes.push(change('version-served', name, 'is served now'));
  if (!before.deprecated && after.deprecated) {
    changes.push(change('version-deprecated', name, 'is deprecated now: its clients are warned'));
  }
  if (before.deprecated && !after.deprecated) {
    changes.push(change('version-undeprecated', name, 'is not deprecated any more'));
  }
  return changes;
}

function compareStatus(before: DefinitionVersion, after: DefinitionVersion): readonly VersionChange[] {
  const [was, is] = [before, after].map(({ subresources }) => subresources?.status != null);
  if (was === is) return [];
  if (is) {
    const message =
      'has a status subresource now: a status written with the object is ignored; write it to the subresource';
    return [change('status-added', after.name, message)];
  }
  const message = 'has no status subresource any more: programs that write to it get 404; keep it';
  return [change('status-removed', after.name, message)];
}

const SCALE_PATHS = ['specReplicasPath', 'statusReplicasPath', 'labelSelectorPath'] as const;

function compareScale(before: DefinitionVersion, after: DefinitionVersion): readonly VersionChange[] {
  const [was, is] = [before.subresources?.scale, after.subresources?.scale];
  const { name } = after;
  if (!is) {
    const message = 'has no scale subresource any more: kubectl scale and autoscalers get 404; keep it';
    return was ? [change('scale-removed', name, message)] : [];
  }
  if (!was) return [change('scale-added', name, 'has a scale subresource now')];
  const show = (path: string | undefined) => path ?? 'none';
  return SCALE_PATHS.filter((path) => show(was[path]) !== show(is[path])).map((path) => {
    const wayOut = 'objects without a value there cannot be scaled; fill it first';
    return change('scale-changed', name, `has the ${path} ${show(is[path])}, not ${show(was[path])}: ${wayOut}`);
  });
}

function compareSelectableFields(before: DefinitionVersion, after: DefinitionVersion): readonly VersionChange[] {
  const pathsOf = ({ selectableFields }: DefinitionVersion) => (selectableFields ?? []).map(({ jsonPath }) => jsonPath);
  const { gone, added } = differences(pathsOf(before), pathsOf(after));
  const message = 'is not selectable any more: requests that select by it are refused; keep it in selectableFields';
  return [
    ...gone.map((path) => change('selectable-field-removed', `${after.name}${path}`, message)),
    ...added.map((path) => change('selectable-field-added', `${after.name}${path}`, 'is selectable now')),
  ];
}

/** Columns are what people read, not programs. */
function compareColumns(before: DefinitionVersion, after: DefinitionVersion): readonly VersionChange[] {
  const [was, is] = [columnsOf(before), columnsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((column) => {
    if (was.get(column) === is.get(column)) return [];
    if (!is.has(column)) return [change('column-removed', after.name, `has no column "${column}" any more`)];
    if (!was.has(column)) return [change('column-added', after.name, `has a column "${column}" now`)];
    return [change('column-changed', after.name, `has another column "${column}"`)];
  });
}

function columnsOf({ additionalPrinterColumns }: DefinitionVersion): ReadonlyMap<string, string> {
  const columns = additionalPrinterColumns ?? [];
  // Of what is zero or empty, Go does not know that it was said.
  return new Map(
    columns.map(({ description: _, priority, format, ...column }) => [
      column.name,
      canonical({ ...column, ...(priority && { priority }), ...(format && { format }) }),
    ]),
  );
}
