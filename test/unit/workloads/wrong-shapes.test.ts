import { Lazy, Testing } from 'cdk8s';
import { BatchJob, InvalidPropsError, ScheduledJob, StatefulDatabase, WebService } from 'cdk8s-workloads';
import fc from 'fast-check';
import { refusal, shop, unchecked } from '../refusal';
import { workloads } from './full-props';

const image = 'ghcr.io/shop/api:2.3.1';

describe.each(workloads)('a %s', (className, make, props) => {
  test('takes all of its props', () => {
    expect(refusal((chart) => make(chart, props))).toBe('');
  });

  test('with any prop of another shape is made, or refused in its own words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pathsOf(props)), otherShape, (path, value) => {
        try {
          make(shop(), replaced(props, path, value));
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidPropsError);
        }
      }),
      { numRuns: Number(process.env.SHAPE_RUNS ?? 1500) },
    );
  });

  test('with a prop that is undefined is as without it, or refuses it', () => {
    const outcome = (given: unknown): unknown => {
      const chart = shop();
      return refusal(() => make(chart, given)) || Testing.synth(chart);
    };
    for (const path of pathsOf(props)) {
      const found = outcome(replaced(props, path, undefined));
      // An entry of env, for one, may not come from a variable that is not set.
      if (typeof found === 'string') continue;
      expect([path.join('.'), found]).toEqual([
        path.join('.'),
        outcome(withoutUndefined(replaced(props, path, undefined))),
      ]);
    }
  });

  test('without props says what to give', () => {
    expect(refusal((chart) => make(chart, undefined))).toMatch(
      new RegExp(`^${className} "shop/main": has no props: give an object, such as \\{ `),
    );
  });
});

describe('a prop of another shape', () => {
  const web = { image, port: 8080 };
  const webRefusal = (props: object): string =>
    refusal((chart) => new WebService(chart, 'api', unchecked({ ...web, ...props })));
  const databaseRefusal = (props: object): string =>
    refusal((chart) => new StatefulDatabase(chart, 'orders', unchecked({ image, user: 999, ...props })));
  const jobRefusal = (props: object): string =>
    refusal((chart) => new BatchJob(chart, 'job', unchecked({ image, ...props })));

  test.each([
    [
      'a Secret volume by name',
      { mounts: { '/a': { secret: { name: 'tls' } } } },
      'mounts["/a"].secret.secretName is missing: give the name of a Secret',
    ],
    [
      'a ConfigMap volume that is a name',
      { mounts: { '/a': { configMap: 'cm' } } },
      'mounts["/a"].configMap "cm" is a string: give an object, such as { name: "features" }',
    ],
    [
      'a claim that is a name',
      { volumes: { a: { persistentVolumeClaim: 'c' } } },
      'volumes.a.persistentVolumeClaim "c" is a string: give an object, such as { claimName: "photos" }',
    ],
    [
      'a strategy that is its type',
      { strategy: 'Recreate' },
      'strategy "Recreate" is a string: give an object, such as { type: "Recreate" }',
    ],
    [
      'a pull secret that is no list',
      { imagePullSecrets: 'r' },
      'imagePullSecrets "r" is a string: give a list, such as ["registry"]',
    ],
    [
      'unknown sources',
      { networkPolicy: { from: 'everywhere' } },
      'networkPolicy.from "everywhere" is not known: give "anywhere" or "namespace", or a list, such as [{ podSelector: {} }]',
    ],
    [
      'misspelt sources',
      { networkPolicy: { from: 'anywere' } },
      'networkPolicy.from "anywere" is not known: did you mean "anywhere"',
    ],
    [
      'paths that are strings',
      { ingress: { paths: { '/': 'Prefix' } } },
      'ingress.paths["/"] "Prefix" is a string: give an object, such as { pathType: "Prefix" }',
    ],
    [
      'config that is a list',
      { config: ['a'] },
      'config is a list: give an object, such as { mountPath: "/etc/app", files: { "app.conf": "..." } }',
    ],
    [
      'the env of a manifest',
      { env: [{ name: 'A', value: 'a' }] },
      'env is a list: give an object, such as { NAME: "value" }',
    ],
    [
      'the ports of a manifest',
      { ports: [{ containerPort: 80 }] },
      'ports is a list: give an object, such as { metrics: 9090 }',
    ],
    [
      'a list of probes',
      { probes: { readiness: [] } },
      'probes.readiness is a list: give an object, such as { httpGet: { path: "/healthz", port: 8080 } }',
    ],
    [
      'a key without a name',
      { env: { A: { secretKeyRef: 'orders' } } },
      'env.A.secretKeyRef "orders" is a string: give an object, such as { name: "orders", key: "password" }',
    ],
    [
      'an env value that cdk8s computes',
      { env: { A: Lazy.any({ produce: () => 'a' }) as unknown } },
      'env.A is computed late (a Lazy), when nothing can be checked any more: give the text',
    ],
    [
      'a number that cdk8s computes',
      { replicas: Lazy.any({ produce: () => 2 }) as unknown },
      'replicas is computed late (a Lazy), when nothing can be checked any more: give a number',
    ],
    ['a flag in quotes', { tmp: 'false' }, 'tmp "false" is a string: give true or false'],
    ['a label that is a number', { labels: { version: 5 } }, 'labels.version 5 is a number: give a string'],
    [
      'nothing where there may be nothing',
      { lifecycle: null },
      'lifecycle is null: give an object, such as { preStop: { sleep: { seconds: 5 } } }, or leave it out',
    ],
    [
      'an override that is a number',
      { overrides: { deployment: { spec: 3 } } },
      'overrides.deployment.spec 3 is a number: give an object',
    ],
  ])('%s is refused', (_sentence, props, problem) => {
    expect(webRefusal(props)).toBe(`WebService "shop/api": ${problem}`);
  });

  test.each([
    [
      'a size for a storage',
      { storage: '10Gi' },
      'storage "10Gi" is a string: give an object, such as { mountPath: "/data", size: "20Gi" }',
    ],
    [
      'a storage at no path',
      { storage: { size: '10Gi' } },
      'storage.mountPath is missing: give a string, such as "/data"',
    ],
    [
      'a backup without a schedule',
      { backup: { command: ['dump'] } },
      'backup.schedule is missing: give a cron schedule, such as "15 3 * * *"',
    ],
  ])('%s is refused', (_sentence, props, problem) => {
    expect(databaseRefusal(props)).toBe(`StatefulDatabase "shop/orders": ${problem}`);
  });

  test.each([
    [
      'a mode for a completion',
      { completion: 'Indexed' },
      'completion "Indexed" is a string: give an object, such as { mode: "Count", completions: 3 }',
    ],
    [
      'a mode in lower case',
      { completion: { mode: 'indexed' } },
      'completion.mode "indexed" is not known: did you mean "Indexed"',
    ],
    ['no mode', { completion: {} }, 'completion.mode is missing: give "Once", "Count", "Indexed" or "WorkQueue"'],
  ])('%s is refused', (_sentence, props, problem) => {
    expect(jobRefusal(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('is told for every prop at once', () => {
    expect(jobRefusal({ env: [], completion: 'Once' })).toBe(
      'BatchJob "shop/job" has 2 problems:\n' +
        '  env is a list: give an object, such as { NAME: "value" }\n' +
        '  completion "Once" is a string: give an object, such as { mode: "Count", completions: 3 }',
    );
  });

  test('is a ScheduledJob without a job, too', () => {
    expect(refusal((chart) => new ScheduledJob(chart, 'report', unchecked({ schedule: '@daily' })))).toBe(
      'ScheduledJob "shop/report": job is missing: give an object, such as { image: "ghcr.io/shop/api:2.3.1" }',
    );
  });

  test('may be null in an override, which takes a field away', () => {
    const overrides = { deployment: { metadata: { annotations: null, labels: null }, spec: { template: null } } };
    expect(webRefusal({ overrides })).toBe('');
  });
});

const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', '10Gi', 'a/b c', 0, 7, -1.5, NaN),
  fc.string({ maxLength: 5 }),
);
const otherShape = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('name', 'key', 'mode', 'port', 'spec', 'metadata'), scalar, {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>([[]], [{}], { name: 'x' }, { a: {} }, { a: [] }, { a: undefined }) },
  { weight: 1, arbitrary: fc.constant(Lazy.any({ produce: () => 'late' }) as unknown) },
);

/** Each place of a value, as the keys that lead there. */
function pathsOf(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [[key], ...pathsOf(below).map((path) => [key, ...path])]);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((each, index) => (String(index) === key ? replaced(each, rest, by) : each));
  }
  // pathsOf found the key there.
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: replaced(fields[key], rest, by) };
}

/** The same without fields that are undefined. What is no plain data, such as a Cron, stays. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutUndefined(item));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const fields = Object.entries(value).filter(([, content]) => content !== undefined);
  return Object.fromEntries(fields.map(([key, content]) => [key, withoutUndefined(content)]));
}
