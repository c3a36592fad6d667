import type { z } from 'zod';
import { checkValue } from '../../crd/check-value';
import { asChecked } from '../../crd/defaults';
import { META_FIELDS } from '../../crd/schema-walk';
import type {
  CustomResourceDefinition,
  CustomResourceDefinitionVersion,
  JSONSchemaProps,
} from '../../manifest/kubernetes';
import { celProblems } from '../cel-rules';
import type { CustomResource } from '../class';
import { resourceClass, type VersionReader } from '../resource-class';
import { readDefinition } from './read-definition';

/** A custom resource of which only the running program knows what its objects are like. */
export type ImportedResource = CustomResource<{
  readonly group: string;
  readonly kind: string;
  readonly versions: Readonly<Record<string, ImportedVersion>>;
}>;

interface ImportedVersion {
  readonly spec: z.ZodUnknown;
  readonly status: z.ZodUnknown;
  readonly fields: Readonly<Record<string, z.ZodUnknown>>;
}

/**
 * Reads somebody else's CustomResourceDefinition, as text (YAML or JSON) or as an object. What comes back is like what `customResource`
 * makes: objects are checked by the schema, and get its defaults. To have their types as well, write a module with
 * `cdk8s-workloads import crd.yaml`.
 *
 * Its rules in CEL (`x-kubernetes-validations`) are evaluated, but for those about the object as it was (`oldSelf`).
 *
 * @throws InvalidPropsError when the document is not one CustomResourceDefinition that the API server would take
 * @example
 * const Todos = importCustomResource(released); // or the text of a file
 * new Todos(chart, 'milk', { spec: { item: 'milk' } });
 */
export function importCustomResource(document: string | CustomResourceDefinition): ImportedResource {
  const definition = readDefinition(document);
  const { group, names, scope, versions } = definition.spec;
  const outlines = versions.map(({ name, storage, subresources }) => {
    return { name, storage, subresources: () => subresources ?? {} };
  });
  const resource = { group, kind: names.kind, scope, versions: outlines };
  return resourceClass(resource, () => definition, versions.map(readerOf)) as unknown as ImportedResource;
}

function readerOf({ name, schema }: CustomResourceDefinitionVersion): VersionReader {
  const root = schema?.openAPIV3Schema ?? {};
  const fieldsSchema = withoutMetaFields(root);
  const nameSchema = root.properties?.['metadata']?.properties?.['name'];
  return {
    name,
    readFields: (fields, state, problems) => {
      for (const { path, phrase } of checkValue(fieldsSchema, fields)) problems.add(path, undefined, phrase);
      return asChecked(fieldsSchema, fields, { dropsStatus: state === 'new' }) as typeof fields;
    },
    nameProblem: (text) => (nameSchema ? checkValue(nameSchema, text)[0]?.phrase : undefined),
    objectProblems: celProblems(root),
  };
}

/** `apiVersion`, `kind` and `metadata` are not among the fields that are read here. */
function withoutMetaFields({ properties = {}, required = [], ...schema }: JSONSchemaProps): JSONSchemaProps {
  const isOther = (name: string) => !META_FIELDS.includes(name);
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => isOther(name))),
    required: required.filter(isOther),
  };
}
