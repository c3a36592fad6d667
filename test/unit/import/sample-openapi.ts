import type { OpenApi, PathItem, Schema } from '../../../tools/import/openapi';

/** A field whose value is of another definition, in the words of an API server. */
export function reference(definition: string): Schema {
  return { allOf: [{ $ref: `#/components/schemas/${definition}` }], default: {} };
}

/** The path item of a collection in which objects of this kind are created. */
export function creates(kind: string, [group, version]: readonly [string, string] = ['apps', 'v1']): PathItem {
  return { post: { 'x-kubernetes-group-version-kind': { group, version, kind } } };
}

/** The definition of a kind with these fields. */
export function kindSchema(
  kind: string,
  properties: Readonly<Record<string, Schema>>,
  [group, version]: readonly [string, string] = ['apps', 'v1'],
): Schema {
  const text: Schema = { type: 'string' };
  return {
    type: 'object',
    properties: { apiVersion: text, kind: text, ...properties },
    'x-kubernetes-group-version-kind': [{ group, version, kind }],
  };
}

/** The document of a group with these paths and definitions. */
export function openApi(paths: Readonly<Record<string, PathItem>>, schemas: Readonly<Record<string, Schema>>): OpenApi {
  return { openapi: '3.0.0', info: { title: 'Kubernetes', version: '1.99' }, paths, components: { schemas } };
}

export const GADGETS = '/apis/apps/v1/namespaces/{namespace}/gadgets';
export const GADGET = 'io.k8s.api.apps.v1.Gadget';
export const GADGET_SPEC = 'io.k8s.api.apps.v1.GadgetSpec';

/** The document of a group with one kind, the Gadget, whose spec has these fields. */
export function gadgetWith(
  fields: Readonly<Record<string, Schema>>,
  more: { readonly required?: readonly string[]; readonly definitions?: Readonly<Record<string, Schema>> } = {},
): OpenApi {
  const { required, definitions } = more;
  return openApi(
    { [GADGETS]: creates('Gadget') },
    {
      [GADGET]: kindSchema('Gadget', { spec: reference(GADGET_SPEC) }),
      [GADGET_SPEC]: { type: 'object', properties: fields, ...(required && { required }) },
      ...definitions,
    },
  );
}
