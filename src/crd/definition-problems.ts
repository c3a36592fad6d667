import type {
  CustomResourceDefinition,
  CustomResourceDefinitionNames,
  CustomResourceDefinitionSpec,
  JSONSchemaProps,
} from '../manifest/kubernetes';
import { ruleProblems } from './cel-fields';
import { conversionProblems } from './conversion';
import { defaultProblems } from './default-problems';
import { type DefinitionProblem, error } from './definition-problem';
import { LIST_AND_MAP_WORDS, listAndMapTypeProblems } from './list-and-map-types';
import { metadataProblems } from './metadata';
import { namesProblems } from './names';
import { printerColumnProblems } from './printer-columns';
import { rootSchemaProblems } from './root-schema';
import { ruleCostProblems, type RuleExpression } from './rule-costs';
import { schemaFieldProblems } from './schema-fields';
import { schemaNodes, type SchemaNode } from './schema-walk';
import { schemaWarnings } from './schema-warnings';
import { selectableFieldProblems, sharedSelectableFieldProblems } from './selectable-fields';
import { structuralProblems } from './structural';
import { subresourceProblems } from './subresources';
import { notKnown } from './suggest';
import { haveOneSchema, type Version, versionProblems } from './versions';

export type { DefinitionProblem } from './definition-problem';

/**
 * All that is wrong with a CustomResourceDefinition: what the API server of Kubernetes 1.35 refuses, and what it takes in silence though
 * it cannot work. The order is that of the definition.
 *
 * Guarantees: a definition without errors is created, and one with errors is refused; it never throws. A field may be missing or null.
 *
 * Assumptions: every field is one that a definition has, with a value of the right type.
 *
 * Caveats: a rule that JavaScript cannot evaluate is not asked of defaults.
 *
 * @example definitionProblems(released) // []
 */
export function definitionProblems(crd: CustomResourceDefinition): readonly DefinitionProblem[] {
  return [...problemsOf(crd)];
}

function* problemsOf(crd: CustomResourceDefinition): Generator<DefinitionProblem> {
  const spec: Partial<CustomResourceDefinitionSpec> = crd.spec ?? {};
  const names: Partial<CustomResourceDefinitionNames> = spec.names ?? {};
  const versions: readonly Version[] = (spec.versions ?? []).map((version) => version ?? {});
  yield* metadataProblems(crd.metadata ?? {}, { group: spec.group ?? '', plural: names.plural ?? '' });
  yield* scopeProblems(spec.scope ?? '');
  yield* namesProblems(names);
  if (spec.preserveUnknownFields === true) {
    const wayOut = 'write x-kubernetes-preserve-unknown-fields: true in the schema where it is meant';
    yield error('spec.preserveUnknownFields', `is true, which is over: ${wayOut}`);
  }
  if (spec.conversion) yield* conversionProblems(spec.conversion);
  yield* versionProblems(versions);
  // When all versions have one schema, what one of them asks of it holds for all.
  const isShared = versions.length > 1 && haveOneSchema(versions);
  if (versions.length > 1) yield* sharedSelectableFieldProblems(versions, isShared);
  for (const [index, version] of versions.entries()) {
    const hasStatus = (isShared ? versions : [version]).some(({ subresources }) => subresources?.status);
    yield* versionPartProblems(version, `spec.versions[${index}]`, hasStatus);
  }
}

const SCOPES: readonly string[] = ['Namespaced', 'Cluster'];

function* scopeProblems(scope: string): Generator<DefinitionProblem> {
  if (scope === '') yield error('spec.scope', 'is missing: write Namespaced or Cluster');
  else if (!SCOPES.includes(scope)) yield error('spec.scope', notKnown(scope, SCOPES));
}

function* versionPartProblems(version: Version, path: string, hasStatus: boolean): Generator<DefinitionProblem> {
  const schema = version.schema?.openAPIV3Schema ?? undefined;
  const schemaPath = `${path}.schema.openAPIV3Schema`;
  if (schema) yield* schemaProblems(schema, schemaPath, hasStatus);
  else
    yield error(
      schemaPath,
      'is missing: describe the resource, or write type: object and x-kubernetes-preserve-unknown-fields: true',
    );
  if (version.subresources) yield* subresourceProblems(version.subresources, `${path}.subresources`, schema);
  for (const [index, column] of (version.additionalPrinterColumns ?? []).entries()) {
    yield* printerColumnProblems(column ?? {}, `${path}.additionalPrinterColumns[${index}]`, schema);
  }
  if (schema) yield* selectableFieldProblems(version.selectableFields ?? [], `${path}.selectableFields`, schema);
}

function* schemaProblems(schema: JSONSchemaProps, path: string, hasStatus: boolean): Generator<DefinitionProblem> {
  yield* rootSchemaProblems(schema, path, hasStatus);
  const expressions: RuleExpression[] = [];
  const withDefault: SchemaNode[] = [];
  let isStructural = true;
  for (const node of schemaNodes(schema, path)) {
    const problems = [...structuralProblems(node), ...schemaFieldProblems(node)];
    // Most schemas say neither, and V8 need not compile what is not called.
    if (LIST_AND_MAP_WORDS.some((word) => word in node.schema)) problems.push(...listAndMapTypeProblems(node));
    if (node.schema['x-kubernetes-validations']) problems.push(...ruleProblems(node, expressions));
    isStructural &&= problems.length === 0;
    yield* problems;
    yield* schemaWarnings(node);
    if ((node.schema.default ?? undefined) !== undefined) withDefault.push(node);
  }
  // Whether a default fits, and what a rule costs, can only be said of a schema that makes sense.
  if (!isStructural) return;
  for (const node of withDefault) yield* defaultProblems(node, expressions.length > 0);
  if (expressions.length > 0) yield* ruleCostProblems(expressions, path);
}
