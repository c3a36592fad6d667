import { onlySchema } from '../../crd/only-schema';
import { own } from '../../crd/own';
import type { CustomResourceDefinitionVersion, JSONSchemaProps } from '../../manifest/kubernetes';
import { type Expression, type Field, literal, object, text } from './expression';

/** The columns, and what else of a version leads to fields of its objects. */
export function printPaths(version: CustomResourceDefinitionVersion, root: JSONSchemaProps): readonly Field[] {
  const { additionalPrinterColumns: columns = [], selectableFields = [], subresources } = version;
  const scale = subresources?.scale;
  const path = (written: string): Expression => printPath(written, root);
  const paths = (fields: Readonly<Record<string, unknown>>): Expression =>
    object(
      Object.entries(fields)
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value]) => [name, /path$/i.test(name) ? path(String(value)) : literal(value)]),
    );
  return [
    ...(columns.length > 0 ? [['printerColumns', list(columns.map((column) => paths({ ...column })))] as const] : []),
    ...(scale ? [['scale', paths({ ...scale })] as const] : []),
    ...(selectableFields.length > 0
      ? [['selectableFields', list(selectableFields.map(({ jsonPath }) => path(jsonPath)))] as const]
      : []),
  ];
}

function list(items: readonly Expression[]): Expression {
  return { sort: 'list', items };
}

/** A path that the types can follow as it is; any other as a string of which they know no more. */
function printPath(path: string, root: JSONSchemaProps): Expression {
  const quoted = literal(path);
  return canFollow(path, root) || quoted.sort !== 'text' ? quoted : text(`${quoted.text} as string`);
}

const METADATA = /^\.metadata\.(name|namespace|creationTimestamp|generation|labels|annotations|uid)$/;

/** Whether each step leads to a field that the schema describes, or to the items of a list. */
function canFollow(path: string, root: JSONSchemaProps): boolean {
  if (METADATA.test(path)) return true;
  if (!/^(\.[\w-]+(\[[^\]]*\])?)+$/.test(path)) return false;
  let at: JSONSchemaProps | undefined = root;
  for (const [, name = ''] of path.matchAll(/\.([\w-]+)|\[[^\]]*\]/g)) {
    if (at?.type === 'array' && name === '') at = onlySchema(at.items);
    else if (at?.type === 'object' && name !== '') at = own(at.properties, name);
    else return false;
  }
  return at !== undefined;
}
