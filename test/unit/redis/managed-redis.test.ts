import * as fc from 'fast-check';
import { hasRules } from '../../../src/crd/cel/check-rules';
import { definitionProblems } from '../../../src/crd/definition-problems';
import { withoutTwins } from '../../../src/custom-resource/cel-rules';
import { imageProblem } from '../../../src/manifest/image';
import { ManagedRedis } from '../../../src/redis/managed-redis';
import { refusal, unchecked } from '../refusal';

const redis = { image: 'redis:7.2', replica: 3 };

function takes(spec: object): boolean {
  return refusal((chart) => new ManagedRedis(chart, 'cache', { spec: unchecked({ ...redis, ...spec }) })) === '';
}

// Who loads it does not ask: see ownResource.
test('there is nothing wrong with the definition', () => {
  expect(definitionProblems(ManagedRedis.definition)).toEqual([]);
});

test('every rule about a new object has a twin in JavaScript, which is asked', () => {
  const [version] = ManagedRedis.definition.spec.versions;
  expect(hasRules(withoutTwins(version?.schema?.openAPIV3Schema ?? {}))).toBe(false);
});

test('the image and the number of pods are enough', () => {
  const object = { apiVersion: 'cloud.com/v1', kind: 'ManagedRedis', metadata: { name: 'cache' }, spec: redis };
  expect(ManagedRedis.parse(object).spec).toEqual({ ...redis, storage: { size: '1Gi' } });
});

test('parse() keeps what the status has beside the known fields', () => {
  const status = { phase: 'Running', primary_endpoint: 'cache-primary.shop.svc:6379', epoch: 3 };
  const object = { apiVersion: 'cloud.com/v1', kind: 'ManagedRedis', metadata: { name: 'cache' }, spec: redis, status };
  expect(ManagedRedis.parse(object).status).toEqual(status);
});

test.each<[object, string]>([
  [{ image: undefined }, 'spec.image is missing: give a'],
  [{ replica: undefined }, 'spec.replica is missing: give a'],
  [{ image: 'redis' }, 'spec.image "redis" must be an image with its version, such as "redis:7.2"'],
  [{ image: 'redis:latest' }, 'spec.image "redis:latest" must have a version in place of "latest", which moves'],
  [{ replica: 0 }, 'spec.replica 0 must be at least 1'],
  [{ replica: 10 }, 'spec.replica 10 must be at most 9'],
  [{ replicas: 3 }, 'spec.replicas is not in the schema: did you mean "replica"'],
  [{ memory: '512' }, 'spec.memory "512" must be at least 1Mi: write the unit, such as "2Gi"'],
  [{ memory: '512m' }, 'spec.memory "512m" must be at least 1Mi: write the unit, such as "2Gi"'],
  [{ memory: '4GB' }, 'spec.memory "4GB" has the unit "GB": write "4G" (10^9) or "4Gi" (2^30)'],
  [{ memory: '1e1000' }, 'spec.memory "1e1000" must be at least 1Mi: write the unit, such as "2Gi"'],
  [{ cpu: '1Gi' }, 'spec.cpu "1Gi" must be above 0, in cores: "500m" is half of one'],
  [{ cpu: 0 }, 'spec.cpu 0 must be above 0, in cores: "500m" is half of one'],
  [{ storage: { size: 20 } }, 'spec.storage.size 20 must be at least 1Mi: write the unit, such as "2Gi"'],
  [{ config: ['dir /tmp'] }, 'spec.config[0] "dir /tmp" is for ManagedRedis to decide: leave it out'],
  [{ config: ['slaveof 10.0.0.1 6379'] }, 'spec.config[0] "slaveof 10.0.0.1 6379" is for ManagedRedis to decide'],
  [{ config: ['DIR /tmp'] }, 'spec.config[0] "DIR /tmp" must be a setting in small letters'],
  [{ config: [' dir /tmp'] }, 'spec.config[0] " dir /tmp" must be a setting in small letters'],
  [
    { config: ['maxclients 5\ndir /tmp'] },
    'spec.config[0] "maxclients 5\\ndir /tmp" must be a setting in small letters',
  ],
  [{ config: ['dir\t/tmp'] }, 'spec.config[0] "dir\\t/tmp" must be a setting in small letters'],
  [{ config: ['maxclients'] }, 'spec.config[0] "maxclients" must be a setting in small letters'],
])('%j is refused: %s', (spec, problem) => {
  const given = unchecked({ ...redis, ...spec });
  expect(refusal((chart) => new ManagedRedis(chart, 'cache', { spec: given }))).toContain(problem);
});

test.each(['maxclients 500', 'save 3600 1', 'directory-of-mine x', 'client-output-buffer-limit replica 1gb 0 0'])(
  'config takes %j',
  (line) => {
    expect(takes({ config: [line] })).toBe(true);
  },
);

test.each([
  ['c'.repeat(53), 'must have at most 52 characters'],
  ['9lives', 'must be small letters, digits and "-", and begin with a letter: "cache"'],
  ['cache.v2', 'must be small letters, digits and "-", and begin with a letter: "cache"'],
])('the name %j is refused: it %s', (name, problem) => {
  expect(refusal((chart) => new ManagedRedis(chart, name, { spec: redis }))).toContain(
    `metadata.name "${name}" ${problem}`,
  );
});

test.each([
  'redis:7.2',
  'redis:7.2-alpine3.20',
  'library/redis:7',
  'docker.io/library/redis:7.2.4',
  'ghcr.io/shop/redis_exporter-v2/redis:v7',
  'localhost:5000/redis:7.2',
  'registry.example.com:443/a/b/c/redis:7.2@sha256:' + 'a'.repeat(64),
  'redis@sha256:' + '0'.repeat(64),
])('the image %j is taken', (image) => {
  expect(takes({ image })).toBe(true);
});

test('every image that is taken is one that container runtimes take, with a version', () => {
  const part = fc.constantFrom(
    'redis',
    'Redis',
    'a.b',
    'a..b',
    'x__y',
    'x--y',
    '-x',
    'localhost',
    'ghcr.io',
    'v:1',
    '',
  );
  const end = fc.constantFrom(
    ':7',
    ':latest',
    '',
    ':',
    ':-7',
    `:${'7'.repeat(129)}`,
    `@sha256:${'f'.repeat(64)}`,
    '@sha256:f',
  );
  const images = fc.tuple(fc.array(part, { maxLength: 4 }), end).map(([parts, version]) => parts.join('/') + version);
  fc.assert(
    fc.property(images, (image) => {
      fc.pre(takes({ image }));
      expect(imageProblem(image)).toBeUndefined();
    }),
  );
});
