import { customResource, InvalidPropsError } from 'cdk8s-workloads/custom-resource';
import { toYaml } from '../../../src/manifest/yaml';
import { connect, forEach, type Answer } from '../api-client';
import { define, kubectl } from '../cluster';
import { randomOf } from '../differential/random';
import { SCHEMAS } from './schemas';
import { broken, valueOf } from './values';

const SEED = Number(process.env['AGREEMENT_SEED'] ?? 20261121);
const COUNT = Number(process.env['AGREEMENT_COUNT'] ?? 200);
const GROUP = 'agreement.example.com';
const NAMESPACE = 'default';

const resources = Object.entries(SCHEMAS).map(([name, spec]) => ({
  name,
  resource: customResource({ group: GROUP, kind: kindOf(name), versions: { v1: { spec } } }),
}));

function kindOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const client = connect();
const definitions = toYaml(resources.map(({ resource }) => resource.definition));

beforeAll(async () => {
  process.stdout.write(
    `agreement: seed ${SEED}, ${COUNT} objects each; AGREEMENT_SEED and AGREEMENT_COUNT change them\n`,
  );
  await define(definitions);
});

afterAll(() => kubectl(['delete', '--wait=false', '-f', '-'], definitions));

test('there are at least 30 schemas', () => expect(resources.length).toBeGreaterThanOrEqual(30));

interface Disagreement {
  readonly spec: unknown;
  readonly ours: unknown;
  readonly servers: unknown;
}

describe.each(resources)('$name', ({ name, resource }) => {
  const hasFormats = ['formats', 'looserFormats', 'times', 'everything'].includes(name);

  test('parser, construct and server agree on each object, and on what it becomes', async () => {
    const random = randomOf(SEED);
    const schema = resource.definition.spec.versions[0]?.schema?.openAPIV3Schema?.properties?.['spec'] ?? {};
    const specs = Array.from({ length: COUNT }, () => {
      const value = valueOf(schema, random);
      return random.chance(0.5) ? value : broken(value, random);
    });
    const disagreements = (await forEach(specs, (spec) => compare(spec))).flatMap((each) => each ?? []);
    const accepted = specs.filter((spec) => typeof ourVerdict(spec) !== 'string').length;
    process.stdout.write(`  ${name}: ${accepted} of ${COUNT} accepted\n`);
    expect(disagreements).toEqual([]);
    // A generator whose objects are all right or all wrong would show nothing.
    expect(accepted).toBeGreaterThan(COUNT * 0.1);
    expect(accepted).toBeLessThan(COUNT * 0.95);
  });

  async function compare(spec: unknown): Promise<Disagreement | undefined> {
    const plural = resource.definition.spec.names.plural;
    const path = `/apis/${GROUP}/v1/namespaces/${NAMESPACE}/${plural}?dryRun=All&fieldValidation=Strict`;
    const servers = serverVerdict(await client.post(path, objectOf(spec)));
    const ours = ourVerdict(spec);
    const agreed =
      typeof ours === 'string' ? typeof servers === 'string' : typeof servers !== 'string' && same(ours, servers.spec);
    return agreed || isKnown(ours) ? undefined : { spec, ours, servers };
  }

  function objectOf(spec: unknown) {
    return { apiVersion: `${GROUP}/v1`, kind: kindOf(name), metadata: { name: 'a' }, spec };
  }

  /** The API server does not look at the type of a list where a format is asked for. docs/custom-resources.md tells it. */
  function isKnown(ours: unknown): boolean {
    return hasFormats && typeof ours === 'string' && ours.includes('is a list: give a string');
  }

  /** The spec with its defaults, or why not. */
  function ourVerdict(spec: unknown): unknown {
    try {
      const { spec: parsed } = resource.parse(objectOf(spec)) as { readonly spec: unknown };
      resource.manifest({ metadata: { name: 'a' }, spec });
      return { ...(parsed as object) };
    } catch (error) {
      if (error instanceof InvalidPropsError) return error.message;
      throw error;
    }
  }
});

function serverVerdict({ status, body }: Answer): string | { readonly spec: unknown } {
  if (status < 300) return body as { readonly spec: unknown };
  return (body as { readonly message?: string }).message ?? String(body);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
