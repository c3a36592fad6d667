import * as fc from 'fast-check';
import { merge } from '../../../src/manifest/merge';

// What the tables expect is what `kubectl patch --local --type=strategic` prints, but for the order of new items, which it puts first, and
// where a row says otherwise.

describe('merge()', () => {
  test.each([
    ['sets a field', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['replaces a scalar', { spec: { replicas: 1 } }, { spec: { replicas: 3 } }, { spec: { replicas: 3 } }],
    ['keeps falsy values', { a: true, b: 1, c: 'x' }, { a: false, b: 0, c: '' }, { a: false, b: 0, c: '' }],
    ['merges maps by key', { labels: { a: '1', b: '2' } }, { labels: { b: '3' } }, { labels: { a: '1', b: '3' } }],
    ['takes away what is null', { labels: { a: '1', b: '2' } }, { labels: { a: null } }, { labels: { b: '2' } }],
    ['takes away a map that is null', { spec: { probe: { a: 1 } } }, { spec: { probe: null } }, { spec: {} }],
    ['does not mind a null for what is not there', { a: 1 }, { b: null }, { a: 1 }],
    ['leaves out the nulls of what it adds', {}, { a: { b: null, c: 1, d: [{ e: null }] } }, { a: { c: 1, d: [{}] } }],
    ['leaves alone what is undefined', { a: 1 }, { a: undefined }, { a: 1 }],
    ['replaces a scalar by a map', { a: 1 }, { a: { b: 2 } }, { a: { b: 2 } }],
    ['replaces a map by a scalar', { a: { b: 2 } }, { a: 1 }, { a: 1 }],
    ['adds a list', {}, { args: ['a'] }, { args: ['a'] }],
    ['replaces a list of scalars', { args: ['a', 'b'] }, { args: ['c'] }, { args: ['c'] }],
    ['can empty a list of scalars', { args: ['a', 'b'] }, { args: [] }, { args: [] }],
  ])('%s', (_sentence, manifest, overrides, merged) => {
    expect(merge<object>(manifest, overrides)).toEqual(merged);
  });

  test.each([
    [
      'containers by name, and adds others at the end',
      {
        containers: [
          { name: 'a', image: 'a:1' },
          { name: 'b', image: 'b:1' },
        ],
      },
      {
        containers: [
          { name: 'b', tty: true },
          { name: 'c', image: 'c:1' },
        ],
      },
      {
        containers: [
          { name: 'a', image: 'a:1' },
          { name: 'b', image: 'b:1', tty: true },
          { name: 'c', image: 'c:1' },
        ],
      },
    ],
    [
      'variables by name',
      {
        env: [
          { name: 'A', value: 'x' },
          { name: 'B', value: 'y' },
        ],
      },
      { env: [{ name: 'B', value: 'z' }] },
      {
        env: [
          { name: 'A', value: 'x' },
          { name: 'B', value: 'z' },
        ],
      },
    ],
    [
      'mounts by path',
      { volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] },
      {
        volumeMounts: [
          { mountPath: '/tmp', readOnly: true },
          { mountPath: '/data', name: 'data' },
        ],
      },
      {
        volumeMounts: [
          { name: 'tmp', mountPath: '/tmp', readOnly: true },
          { mountPath: '/data', name: 'data' },
        ],
      },
    ],
    [
      'pull secrets by name',
      { imagePullSecrets: [{ name: 'a' }] },
      { imagePullSecrets: [{ name: 'b' }] },
      { imagePullSecrets: [{ name: 'a' }, { name: 'b' }] },
    ],
    [
      'host aliases by address',
      { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }] },
      { hostAliases: [{ ip: '10.0.0.1', hostnames: ['b'] }] },
      { hostAliases: [{ ip: '10.0.0.1', hostnames: ['b'] }] },
    ],
    [
      'spread constraints by topology',
      { topologySpreadConstraints: [{ topologyKey: 'zone', maxSkew: 1 }] },
      {
        topologySpreadConstraints: [
          { topologyKey: 'zone', maxSkew: 2 },
          { topologyKey: 'host', maxSkew: 1 },
        ],
      },
      {
        topologySpreadConstraints: [
          { topologyKey: 'zone', maxSkew: 2 },
          { topologyKey: 'host', maxSkew: 1 },
        ],
      },
    ],
    [
      'claim templates by name, which kubectl replaces',
      { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }] },
      { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { volumeMode: 'Block' } }] },
      {
        volumeClaimTemplates: [
          { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], volumeMode: 'Block' } },
        ],
      },
    ],
    [
      'an item that comes twice, both times',
      { env: [{ name: 'A', value: 'x' }] },
      {
        env: [
          { name: 'B', value: '1' },
          { name: 'B', value: '2' },
        ],
      },
      {
        env: [
          { name: 'A', value: 'x' },
          { name: 'B', value: '2' },
        ],
      },
    ],
  ])('merges %s', (_sentence, manifest, overrides, merged) => {
    expect(merge<object>(manifest, overrides)).toEqual(merged);
  });

  test.each([
    ['tolerations', [{ key: 'a', operator: 'Exists' }], [{ key: 'b' }]],
    ['rules', [{ host: 'a', http: { paths: [] } }], [{ host: 'a' }]],
    ['egress', [{ ports: [{ port: 53 }] }], [{ ports: [{ port: 80 }] }]],
    ['metrics', [{ type: 'Resource' }], [{ type: 'Pods' }]],
  ])('replaces %s, whose items have no name', (field, old, items) => {
    expect(merge<object>({ [field]: old }, { [field]: items })).toEqual({ [field]: items });
  });

  test.each([
    [
      'a volume that gets another source, as kubectl apply does and kubectl patch does not',
      { volumes: [{ name: 'tmp', emptyDir: {} }] },
      { volumes: [{ name: 'tmp', configMap: { name: 'x' } }] },
      { volumes: [{ name: 'tmp', configMap: { name: 'x' } }] },
    ],
    [
      'a variable that gets another source',
      { env: [{ name: 'A', value: 'x' }] },
      { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
      { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
    ],
    [
      'a strategy of another type',
      { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } },
      { strategy: { type: 'Recreate' } },
      { strategy: { type: 'Recreate' } },
    ],
    [
      'an update strategy of another type',
      { updateStrategy: { rollingUpdate: { partition: 1 } } },
      { updateStrategy: { type: 'OnDelete' } },
      { updateStrategy: { type: 'OnDelete' } },
    ],
  ])('keeps nothing of the alternative before in %s', (_sentence, manifest, overrides, merged) => {
    expect(merge<object>(manifest, overrides)).toEqual(merged);
  });

  test('keeps what a volume has of the same source', () => {
    const volumes = [{ name: 'tmp', emptyDir: { medium: 'Memory' } }];
    expect(merge<object>({ volumes }, { volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }] })).toEqual({
      volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } }],
    });
  });

  const http = { name: 'http', containerPort: 80 };
  const dns = { name: 'dns', containerPort: 53, protocol: 'UDP' };
  const dnsTcp = { name: 'dns-tcp', containerPort: 53, protocol: 'TCP' };
  const ports = [http, dns, dnsTcp];
  test.each([
    ['by name', { name: 'http', hostPort: 8080 }, [{ ...http, hostPort: 8080 }, dns, dnsTcp]],
    [
      'by name, when the number changes',
      { name: 'http', containerPort: 81 },
      [{ ...http, containerPort: 81 }, dns, dnsTcp],
    ],
    ['by number, when there is no name', { containerPort: 80, hostPort: 80 }, [{ ...http, hostPort: 80 }, dns, dnsTcp]],
    [
      'by number and protocol',
      { containerPort: 53, protocol: 'TCP', hostPort: 53 },
      [http, dns, { ...dnsTcp, hostPort: 53 }],
    ],
    [
      'by nothing, when it is new',
      { name: 'admin', containerPort: 90 },
      [...ports, { name: 'admin', containerPort: 90 }],
    ],
  ])('finds a port %s', (_sentence, port, merged) => {
    expect(merge<object>({ ports }, { ports: [port] })).toEqual({ ports: merged });
  });

  test('finds a port of a Service by its number', () => {
    const service = { ports: [{ name: 'http', port: 80, targetPort: 'http' }] };
    expect(merge<object>(service, { ports: [{ port: 80, nodePort: 30080 }] })).toEqual({
      ports: [{ name: 'http', port: 80, targetPort: 'http', nodePort: 30080 }],
    });
  });

  test('keeps the order of the fields, and adds new ones at the end', () => {
    const merged = merge<object>(
      { apiVersion: 'v1', kind: 'Pod', spec: { b: 1, a: 2 } },
      { z: 1, spec: { a: 3 }, kind: 'Job' },
    );
    expect(JSON.stringify(merged)).toBe('{"apiVersion":"v1","kind":"Job","spec":{"b":1,"a":3},"z":1}');
  });

  test('gives back the manifest when there are no overrides', () => {
    const manifest = { a: 1 };
    expect(merge(manifest, undefined)).toBe(manifest);
    expect(merge(manifest, {})).toEqual(manifest);
  });
});

describe('merge() of any values', () => {
  const keys = fc.constantFrom('containers', 'env', 'volumes', 'ports', 'spec', 'args', 'strategy', 'value');
  const scalar = fc.constantFrom('a', 'b', 0, false);
  const { map } = fc.letrec<{ value: unknown; map: object; named: { readonly name: string }; list: unknown[] }>(
    (tie) => ({
      value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, tie('map'), tie('list')),
      map: fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      named: fc.tuple(fc.constantFrom('a', 'b', 'c'), tie('map')).map(([name, rest]) => ({ name, ...rest })),
      list: fc.oneof(
        fc.array(scalar, { maxLength: 3 }),
        fc.uniqueArray(tie('named'), { selector: ({ name }) => name, maxLength: 3 }),
      ),
    }),
  );

  test('changes neither of them', () => {
    fc.assert(
      fc.property(map, map, (manifest, overrides) => {
        const before = structuredClone([manifest, overrides]);
        merge(manifest, overrides);
        expect([manifest, overrides]).toEqual(before);
      }),
    );
  });

  test('gives the overrides when there was nothing before', () => {
    fc.assert(
      fc.property(map, (overrides) => {
        expect(merge({}, overrides)).toEqual(overrides);
      }),
    );
  });

  test('done twice is done once', () => {
    fc.assert(
      fc.property(map, map, (manifest, overrides) => {
        const once = merge(manifest, overrides);
        expect(merge(once, overrides)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });
});
