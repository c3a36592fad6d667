import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { checkResource } from '../../src/crd/check-value';
import { applyDefaults, pruneNulls } from '../../src/crd/defaults';
import { uncheckedPatterns } from '../../src/crd/unchecked-patterns';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../src/manifest/kubernetes';
import { validate } from '../../src/validate';
import { type Answer, connect } from './api-client';
import { broken, pick, random, type Random, sample, sampleMetadata } from './crd-values/samples';
import { CONTAINER_SCHEMAS, ROOT_SCHEMAS } from './crd-values/container-schemas';
import { JUNCTOR_SCHEMAS } from './crd-values/junctor-schemas';
import { SCALAR_SCHEMAS } from './crd-values/scalar-schemas';

/** How many values of each schema: 60 take 15 seconds on two idle cores, most of them for the definitions. */
const COUNT = Number(process.env.CRD_VALUES ?? 60);
const SEED = Number(process.env.CRD_SEED ?? 20260131);

const GROUP = `test-${randomBytes(4).toString('hex')}.example.com`;
const ROOTS: readonly (readonly [string, JSONSchemaProps])[] = [
  ...Object.entries({ ...SCALAR_SCHEMAS, ...CONTAINER_SCHEMAS, ...JUNCTOR_SCHEMAS }).map(
    ([name, spec]) => [name, { type: 'object', properties: { spec } }] as const,
  ),
  ...Object.entries(ROOT_SCHEMAS),
];
const KINDS = ROOTS.map(([name, schema], index) => ({ name, schema, kind: `Kind${index}`, plural: `kind${index}s` }));

type Version = CustomResourceDefinition['spec']['versions'][number];

const server = connect();

beforeAll(async () => {
  console.log(`CRD_SEED=${SEED} CRD_VALUES=${COUNT}`);
  await Promise.all(KINDS.map(define));
});

afterAll(async () => {
  const plurals = [...KINDS.map(({ plural }) => plural), 'statefuls'];
  await Promise.all(plurals.map((plural) => server.send('DELETE', `${DEFINITIONS}/${plural}.${GROUP}`)));
});

test.each(KINDS)('the API server agrees about $name', async ({ name, schema, kind, plural }) => {
  const next = random(SEED + name.length * 1000);
  const manifests = Array.from({ length: COUNT }, () => manifestOf(schema, kind, next));
  const disagreements = await Promise.all(manifests.map((manifest) => disagreement(schema, plural, manifest)));
  expect(uncheckedPatterns(schema)).toEqual([]);
  expect(disagreements.filter((each) => each !== undefined)).toEqual([]);
});

test('the API server agrees about the status of a new object', async () => {
  const status: JSONSchemaProps = {
    type: 'object',
    required: ['size'],
    properties: { phase: { type: 'string', minLength: 3 }, size: { type: 'integer' } },
    default: { phase: 'New', size: 1 },
  };
  const root: JSONSchemaProps = {
    type: 'object',
    properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } }, status },
    'x-kubernetes-validations': [{ rule: '!has(self.status)', message: 'has a status' }],
  };
  const scale = { specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' };
  const definition = definitionOf(
    { kind: 'Stateful', plural: 'statefuls' },
    {
      ...{ name: 'v1', served: true, storage: true },
      schema: { openAPIV3Schema: root },
      subresources: { status: {}, scale },
    },
  );
  await create(definition, 'statefuls');
  const statuses: unknown[] = [undefined, {}, { phase: 3 }, { phase: 'x' }, { phase: null }, { size: -1 }, 7, 'text'];
  for (const given of [...statuses, [], null, { phsae: 'Running' }, { phase: { inner: 1 } }]) {
    const manifest = {
      apiVersion: `${GROUP}/v1`,
      kind: 'Stateful',
      metadata: { name: 'a' },
      spec: { size: 1 },
      status: given,
    };
    const answer = await server.post(`${resources('statefuls')}?dryRun=All&fieldValidation=Strict`, manifest);
    const errors = validate([manifest], { customResources: [definition] }).map(({ path, message }) => [path, message]);
    const ours = { given, errors, isAccepted: errors.length === 0 };
    expect(ours).toEqual({ ...ours, isAccepted: answer.status === 201 });
  }
});

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

function define({ schema, kind, plural }: (typeof KINDS)[number]): Promise<void> {
  const version = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } };
  return create(definitionOf({ kind, plural }, version), plural);
}

function definitionOf(
  names: { readonly kind: string; readonly plural: string },
  version: Version,
): CustomResourceDefinition {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${names.plural}.${GROUP}` },
    spec: { group: GROUP, scope: 'Cluster', names, versions: [version] },
  };
}

async function create(definition: CustomResourceDefinition, plural: string): Promise<void> {
  const answer = await server.send('POST', DEFINITIONS, definition);
  if (answer.status !== 201) throw new Error(`${plural}: ${messageOf(answer)}`);
  // Until the definition is established there is nothing at the path of its resources.
  while ((await server.send('GET', resources(plural))).status !== 200)
    await new Promise((resolve) => setTimeout(resolve, 200));
}

function resources(plural: string): string {
  return `/apis/${GROUP}/v1/${plural}`;
}

function manifestOf(schema: JSONSchemaProps, kind: string, next: Random): object {
  let spec: unknown = sample(schema.properties?.spec ?? {}, next);
  for (let mistakes = pick(next, [0, 0, 0, 1, 1, 2]); mistakes > 0; mistakes--) spec = broken(spec, next);
  const metadata = next(10) === 0 ? sampleMetadata(next) : { name: 'a' };
  return { apiVersion: `${GROUP}/v1`, kind, metadata, spec, ...(next(40) === 0 ? { extra: 1 } : {}) };
}

/** What the server says of a manifest and what we say of it, unless it is the same. */
async function disagreement(schema: JSONSchemaProps, plural: string, manifest: object): Promise<unknown> {
  const found = checkResource(schema, manifest);
  const answer = await server.post(`${resources(plural)}?dryRun=All&fieldValidation=Strict`, manifest);
  if (answer.status !== 201) return found.length > 0 ? undefined : { manifest, server: messageOf(answer), found };
  if (found.length > 0) return { manifest, server: 'takes it', found };
  const stored = withoutMetadata(answer.body);
  const expected = withoutMetadata(applyDefaults(schema, pruneNulls(schema, manifest)));
  return isDeepStrictEqual(stored, expected) ? undefined : { manifest, stored, expected };
}

function messageOf({ body }: Answer): string {
  return (body as { readonly message?: string }).message ?? '';
}

/** The server fills in and cleans up metadata, also of embedded resources. */
function withoutMetadata(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, field: unknown) =>
    key === 'metadata' ? undefined : field,
  ) as unknown;
}
