import { codes, deployment, pod, podOf } from './pod';

const limits = (list: object) => podOf({ resources: { limits: list } });

test.each(['cpu', 'ephemeral-storage', 'nvidia.com/gpu', 'kubernetes.io/batteries', `${'a'.repeat(244)}/b`])(
  'a container can have %s',
  (name) => {
    expect(codes(limits({ [name]: 1 }))).toEqual([]);
  },
);

test.each([
  '',
  'gpu',
  'CPU',
  'storage',
  'pods',
  'requests.nvidia.com/gpu',
  'a/b/c',
  `${'a'.repeat(245)}/b`,
  'constructor',
])('a container cannot have %p', (name) => {
  expect(codes(limits({ [name]: 1 }))).toEqual(['resource-name']);
});

test.each([
  ['cpu', '1m', '1'],
  ['cpu', '1000m', '1'],
  ['cpu', '0.1m', '0.05m'], // Both are 1m to the server.
  ['memory', '1e30', '1e31'],
  ['memory', 'Gi', '0'],
  ['nvidia.com/gpu', '1000m', '1'],
])('%s: a request of %s fits into a limit of %s', (name, request, limit) => {
  expect(codes(podOf({ resources: { requests: { [name]: request }, limits: { [name]: limit } } }))).toEqual([]);
});

test.each([
  ['cpu', '1001m', '1'],
  ['memory', '1Gi', '1G'],
  ['nvidia.com/gpu', '1', '2'],
  ['nvidia.com/gpu', '2', '1'],
])('%s: a request of %s does not fit into a limit of %s', (name, request, limit) => {
  const resources = { requests: { [name]: request }, limits: { [name]: limit } };
  expect(codes(podOf({ resources }))).toEqual(['resource-request']);
});

test.each(['1.5', '0.0001', '-1', '1u'])('%s is not an amount of devices', (amount) => {
  expect(codes(limits({ 'nvidia.com/gpu': amount }))).toEqual(['resource-amount']);
});

const containers = (...requests: object[]) =>
  requests.map((request, index) => ({ name: `c${index}`, image: 'web:1', resources: request }));

test('init containers run alone, but sidecars beside all that comes after them', () => {
  const sidecar = {
    name: 'proxy',
    image: 'envoy:1.34',
    restartPolicy: 'Always',
    resources: { requests: { cpu: '600m' } },
  };
  const setup = { name: 'setup', image: 'setup:1', resources: { requests: { cpu: '600m' } } };
  const withInits = (...initContainers: object[]) =>
    pod({
      containers: containers({ requests: { cpu: '100m' } }),
      initContainers,
      resources: { requests: { cpu: '1' } },
    });
  expect(codes(withInits(setup, sidecar))).toEqual([]);
  expect(codes(withInits(sidecar, setup))).toEqual(['pod-resources']);
});

test('the limit of a container is its request in a Pod, but not yet in a template', () => {
  const spec = { containers: containers({ limits: { cpu: '2' } }), resources: { requests: { cpu: '1' } } };
  expect(codes(pod(spec))).toEqual(['pod-resources']);
  expect(codes(deployment(spec))).toEqual([]);
  expect(codes(deployment(spec), 'warning')).toEqual(['refused-pods']);
});

test('huge pages of a Pod as a whole can have the cpu of its containers, those of a template cannot', () => {
  const spec = {
    containers: containers({ limits: { 'hugepages-2Mi': '2Mi', cpu: '1' } }),
    resources: { limits: { 'hugepages-2Mi': '2Mi' } },
  };
  expect(codes(pod(spec))).toEqual([]);
  expect(codes(deployment(spec))).toEqual(['huge-pages']);
});

const claims = (...list: object[]) =>
  podOf({ resources: { claims: list } }, { resourceClaims: [{ name: 'gpu', resourceClaimName: 'gpu-0' }] });

test('a container can claim two requests of a claim, but not one of them and all', () => {
  expect(codes(claims({ name: 'gpu', request: 'small' }, { name: 'gpu', request: 'large' }))).toEqual([]);
  expect(codes(claims({ name: 'gpu', request: 'small' }, { name: 'gpu' }))).toEqual(['container-resource-claims']);
});
