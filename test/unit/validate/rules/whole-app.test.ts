import { validate } from '../../../../src/validate/validate';

function object(apiVersion: string, kind: string, name: string, rest: object = {}): object {
  return { apiVersion, kind, metadata: { name, namespace: 'shop' }, ...rest };
}

function deployment(name: string, podSpec: object = {}, spec: object = {}): object {
  const labels = { app: name };
  const template = { metadata: { labels }, spec: { containers: [{ name, image: 'orders:3' }], ...podSpec } };
  return object('apps/v1', 'Deployment', name, { spec: { selector: { matchLabels: labels }, template, ...spec } });
}

function codes(...manifests: readonly object[]): readonly string[] {
  return validate(manifests).map(({ code }) => code);
}

const secret = (name: string): object => object('v1', 'Secret', name, { stringData: { user: 'orders' } });
const pullsWith = (name: string): object => deployment('orders', { imagePullSecrets: [{ name }] });

const RBAC = 'rbac.authorization.k8s.io';

test('missing-object knows the objects that cannot be read', () => {
  const roleRef = { apiGroup: RBAC, kind: 'Role', name: 'reader' };
  const binding = object(`${RBAC}/v1`, 'RoleBinding', 'reader', { roleRef });
  expect(codes(object(`${RBAC}/v1beta1`, 'Role', 'writer'), binding)).toEqual(['unknown-kind', 'missing-object']);
});

describe('misspelt-reference', () => {
  test.each([
    ['a letter is missing', 'registr'],
    ['a letter is added', 'registrys'],
    ['a letter is wrong', 'regystry'],
    ['two letters are swapped', 'reigstry'],
  ])('is there when %s', (_, name) => {
    expect(codes(secret('registry'), pullsWith(name))).toEqual(['misspelt-reference']);
  });

  test.each([
    ['another word', 'registry', 'mirror'],
    ['another number', 'registry-1', 'registry-2'],
    ['too short to tell', 'abc', 'abd'],
  ])('is not there when it is %s', (_, name, used) => {
    expect(codes(secret(name), pullsWith(used))).toEqual([]);
  });

  test('is there for the class of a claim that a pod makes for itself', () => {
    const claim = {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
      storageClassName: 'fsat',
    };
    const volumes = [{ name: 'scratch', ephemeral: { volumeClaimTemplate: { spec: claim } } }];
    const fast = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'a.io/b',
    };
    expect(codes(fast, deployment('orders', { volumes }))).toEqual(['misspelt-reference']);
  });

  test('is not there for an object of another namespace', () => {
    const other = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'registry', namespace: 'other' } };
    expect(codes(other, pullsWith('registri'))).toEqual([]);
  });

  test.each([
    ['a PriorityClass', { priorityClassName: 'system-node-critical' }, 'scheduling.k8s.io/v1', 'PriorityClass'],
    ['a ServiceAccount', { serviceAccountName: 'default' }, 'v1', 'ServiceAccount'],
  ])('is not there for %s that each cluster has', (_, podSpec, apiVersion, kind) => {
    const near = kind === 'ServiceAccount' ? object(apiVersion, kind, 'defaults') : undefined;
    const nearClass = { apiVersion, kind, metadata: { name: 'system-node-criticals' }, value: 1 };
    const found = codes(near ?? nearClass, deployment('orders', podSpec));
    expect(found).not.toContain('misspelt-reference');
  });
});

describe('selects-nothing', () => {
  const service = object('v1', 'Service', 'database', {
    spec: { selector: { cluster: 'orders' }, ports: [{ port: 1 }] },
  });

  test('is there when the app has pods, and none that match', () => {
    expect(codes(deployment('orders'), service)).toEqual(['selects-nothing']);
  });

  test.each([
    ['without pods', []],
    ['with an operator, which may make pods', [deployment('orders'), object('example.com/v1', 'Cluster', 'orders')]],
    ['with a workload that cannot be read', [deployment('orders', { containers: 1 })]],
  ])('is not there in a namespace %s', (_, others) => {
    expect(codes(...others, service)).not.toContain('selects-nothing');
  });

  test('is there for a budget without a selector', () => {
    expect(codes(object('policy/v1', 'PodDisruptionBudget', 'orders', { spec: { maxUnavailable: 1 } }))).toEqual([
      'selects-nothing',
    ]);
  });
});

describe('blocked-evictions', () => {
  const budget = (minAvailable: number | string): object =>
    object('policy/v1', 'PodDisruptionBudget', 'orders', {
      spec: { minAvailable, selector: { matchLabels: { app: 'orders' } } },
    });

  test.each([
    ['51%', 1],
    ['51%', 2],
    [1, undefined],
    [4, 3],
  ])('is there for minAvailable %p of %p replicas', (minAvailable, replicas) => {
    expect(codes(deployment('orders', {}, { replicas }), budget(minAvailable))).toEqual(['blocked-evictions']);
  });

  test.each([
    ['50%', 2],
    [0, 1],
    [2, 3],
    [1, 0],
  ])('is not there for minAvailable %p of %p replicas', (minAvailable, replicas) => {
    expect(codes(deployment('orders', {}, { replicas }), budget(minAvailable))).toEqual([]);
  });
});

describe('shared-claim', () => {
  const claim = object('v1', 'PersistentVolumeClaim', 'data', {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  });
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];

  test.each([
    ['a node selector', { nodeSelector: { disk: 'ssd' } }],
    ['the name of a node', { nodeName: 'node-1' }],
  ])('is not there with %s', (_, podSpec) => {
    expect(codes(claim, deployment('orders', { volumes, ...podSpec }, { replicas: 2 }))).toEqual([]);
  });
});
