import { factsOf, sortedObject } from './facts';
import { jsonLines } from './json-lines';
import type { OpenApi, PathItem, Schema } from './openapi';
import { keyOfKind, referencesIn } from './openapi';

/**
 * The facts of a server's documents that describe the kinds a user can create: their definitions without any prose, and the
 * paths that tell each kind's resource name, scope and subresources. Custom resources of the server are left out.
 *
 * Guarantees: the saved copy of a saved copy is the same, so that what is generated from a server and from its copy is the same.
 *
 * @throws Error when a definition has a keyword that the generator does not know, refers to what is not there, or is not the same
 * in two documents
 */
export function savedCopy(documents: readonly OpenApi[]): OpenApi {
  const [first] = documents;
  if (first === undefined) throw new Error('The API server describes no API group');
  const schemas = new Map<string, Schema>();
  for (const [name, schema] of documents.flatMap(definitionsOf)) {
    const known = schemas.get(name) ?? schema;
    if (JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(`"${name}" is not the same in two API groups`);
    schemas.set(name, schema);
  }
  return {
    openapi: first.openapi,
    info: { title: first.info.title, version: first.info.version },
    paths: sortedObject(documents.flatMap(pathsOf)),
    components: { schemas: sortedObject([...schemas]) },
  };
}

/** The saved copy as text, one path or definition a line. */
export function printSavedCopy({ openapi, info, paths, components }: OpenApi): string {
  return [
    `{"openapi":${JSON.stringify(openapi)},"info":${JSON.stringify(info)},`,
    `"paths":{`,
    jsonLines(paths),
    `},"components":{"schemas":{`,
    jsonLines(components.schemas),
    `}}}`,
    ``,
  ].join('\n');
}

type Schemas = Readonly<Record<string, Schema>>;

// The definitions of custom resources are named after their own group: io.k8s.networking.gateway.v1.Gateway.
const BUILT_IN = /^io\.k8s\.(api|apiextensions-apiserver\.pkg\.apis|kube-aggregator\.pkg\.apis)\./;

function definitionsOf(document: OpenApi): readonly (readonly [string, Schema])[] {
  const definitions = reachable([...collectionsOf(document).values()], document.components.schemas);
  return [...definitions].map(([name, schema]) => [name, factsOf(schema, name)]);
}

function pathsOf(document: OpenApi): readonly (readonly [string, PathItem])[] {
  const collections = collectionsOf(document);
  return Object.entries(document.paths).flatMap(([path, { post }]): readonly (readonly [string, PathItem])[] => {
    if (isSubresource(path, collections)) return [[path, {}]];
    const words = post?.['x-kubernetes-group-version-kind'];
    if (words === undefined || !collections.has(path)) return [];
    const { group, version, kind } = words;
    return [[path, { post: { 'x-kubernetes-group-version-kind': { group, version, kind } } }]];
  });
}

/**
 * The paths whose POST makes an object of a built-in kind, each with the kind's definition. What is made below another object's
 * name, such as an Eviction, is nothing that a manifest describes.
 */
function collectionsOf({ paths, components }: OpenApi): ReadonlyMap<string, string> {
  const roots = builtInRoots(components.schemas);
  const collections = new Map<string, string>();
  for (const [path, { post }] of Object.entries(paths)) {
    const words = post?.['x-kubernetes-group-version-kind'];
    const root = words && roots.get(keyOfKind(words));
    if (root !== undefined && !path.includes('{name}')) collections.set(path, root);
  }
  return collections;
}

/** From `apps/v1/Deployment` to the full name of its definition. */
function builtInRoots(schemas: Schemas): ReadonlyMap<string, string> {
  const builtIn = Object.entries(schemas).filter(([name]) => BUILT_IN.test(name));
  return new Map(
    builtIn.flatMap(([name, schema]) =>
      (schema['x-kubernetes-group-version-kind'] ?? []).map((words) => [keyOfKind(words), name] as const),
    ),
  );
}

function isSubresource(path: string, collections: ReadonlyMap<string, string>): boolean {
  const [collection = '', subresource] = path.split('/{name}/');
  // pods/{name}/proxy/{path} repeats pods/{name}/proxy.
  return subresource !== undefined && !subresource.includes('/') && collections.has(collection);
}

function reachable(roots: readonly string[], schemas: Schemas): ReadonlyMap<string, Schema> {
  const found = new Map<string, Schema>();
  const names = new Set(roots);
  // A Set hands out what is added to it meanwhile.
  for (const name of names) {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`"${name}" is referred to, but is not in the document`);
    found.set(name, schema);
    for (const reference of referencesIn(schema)) names.add(reference);
  }
  return found;
}
