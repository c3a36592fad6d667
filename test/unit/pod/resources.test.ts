import { BatchJob, type Resources } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (resources: unknown): string =>
  refusal((chart) => new BatchJob(chart, 'job', { image, resources: unchecked(resources) }));

describe('an amount of a resource', () => {
  test.each([
    [
      'is of a resource that there is',
      { requests: { memroy: '1Gi' } },
      'resources.requests.memroy "1Gi" is of a resource that is not known: did you mean "memory"',
    ],
    [
      "is of a domain when it is not Kubernetes' own",
      { limits: { accelerator: 1 } },
      'resources.limits.accelerator 1 is of a resource that is not known: write its domain, as in "nvidia.com/gpu"',
    ],
    [
      'is a quantity',
      { requests: { memory: '1GB' } },
      'resources.requests.memory "1GB" has the unit "GB": write "1G" (10^9) or "1Gi" (2^30)',
    ],
    [
      'is a quantity in limits',
      { limits: { 'ephemeral-storage': '1 Gi' } },
      'resources.limits["ephemeral-storage"] "1 Gi" has white space: write "1Gi"',
    ],
    [
      'is a finite number',
      { limits: { cpu: Number('two') } },
      'resources.limits.cpu NaN is not a quantity: write a number and nothing, or one of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei, such as "500m" or "20Gi"',
    ],
    ['is not below zero', { limits: { cpu: -1 } }, 'resources.limits.cpu -1 is below zero: write 0, or leave it out'],
    [
      'is in whole bytes',
      { limits: { memory: '128m' } },
      'resources.limits.memory "128m" is in fractions of a byte: write "128Mi" for mebibytes',
    ],
    [
      'has a unit, for a memory',
      { limits: { memory: 512 } },
      'resources.limits.memory 512 is 512 bytes: write the unit, such as "512Mi"',
    ],
    [
      'has a unit, for a disk',
      { limits: { 'ephemeral-storage': '10' } },
      'resources.limits["ephemeral-storage"] "10" is 10 bytes: write the unit, such as "10Mi"',
    ],
    [
      'is not in bytes, for a processor',
      { limits: { cpu: '500Mi' } },
      'resources.limits.cpu "500Mi" has the unit "Mi" of bytes: write "500m" for thousandths of a core, or "500" for cores',
    ],
    [
      'is not in other bytes, for a processor',
      { requests: { cpu: '1G' } },
      'resources.requests.cpu "1G" has the unit "G" of bytes: write "1m" for thousandths of a core, or "1" for cores',
    ],
    [
      'is whole, for a device',
      { limits: { 'nvidia.com/gpu': '500m' } },
      'resources.limits["nvidia.com/gpu"] "500m" is not whole: ask for whole units',
    ],
    [
      'is at most its limit',
      { requests: { cpu: '1500m' }, limits: { cpu: 1 } },
      'resources.requests.cpu "1500m" is over its limit 1: raise the limit, or lower the request',
    ],
    [
      'is at most its limit in other units',
      { requests: { memory: '1Gi' }, limits: { memory: '1G' } },
      'resources.requests.memory "1Gi" is over its limit 1G: raise the limit, or lower the request',
    ],
    [
      'is its limit, for a device',
      { requests: { 'nvidia.com/gpu': 1 }, limits: { 'nvidia.com/gpu': 2 } },
      'resources.requests["nvidia.com/gpu"] 1 is not its limit 2: nvidia.com/gpu cannot be overcommitted, make them equal',
    ],
    [
      'has a limit, for huge pages',
      { requests: { cpu: 1, 'hugepages-2Mi': '128Mi' } },
      'resources.requests["hugepages-2Mi"] "128Mi" has no limit: give the same amount in limits',
    ],
    [
      'of huge pages is beside cpu or memory',
      { limits: { 'hugepages-2Mi': '128Mi' } },
      'resources.limits["hugepages-2Mi"] "128Mi" stands alone: huge pages need cpu or memory beside them',
    ],
  ])('%s', (_sentence, resources, problem) => {
    expect(refusalOf(resources)).toBe(`BatchJob "shop/job": ${problem}`);
  });
});

test.each([
  ['no resources', undefined, undefined],
  ['empty resources', {}, undefined],
  ['resources that are undefined', { requests: undefined, limits: { cpu: undefined }, claims: [] }, undefined],
  ['empty requests beside limits', { requests: {}, limits: { cpu: 1 } }, { limits: { cpu: 1 } }],
])('%s are not written', (_sentence, resources: Resources | undefined, written) => {
  const { job } = new BatchJob(shop(), 'job', { image, resources });
  const { containers } = (job.toJson() as { spec: { template: { spec: { containers: { resources: unknown }[] } } } })
    .spec.template.spec;
  expect(containers[0]?.resources).toEqual(written);
});

describe('a resource claim', () => {
  const refusalOfPod = (props: object): string =>
    refusal((chart) => new BatchJob(chart, 'job', unchecked({ image, ...props })));
  const resourceClaims = [{ name: 'gpu', resourceClaimTemplateName: 'one-gpu' }];
  const oneSource = 'give exactly one of resourceClaimName and resourceClaimTemplateName';

  test.each([
    [
      'of a container is one of the pod',
      { resources: { claims: [{ name: 'gpu' }] } },
      'resources.claims[0].name "gpu" is no resource claim of this pod: declare it in resourceClaims',
    ],
    [
      'of a sidecar is one of the pod, too',
      { resourceClaims, sidecars: { proxy: { image, resources: { claims: [{ name: 'nic' }] } } } },
      'sidecars.proxy.resources.claims[0].name "nic" is no resource claim of this pod: declare it in resourceClaims, or use "gpu"',
    ],
    [
      'has a name that is a DNS label',
      { resourceClaims: [{ name: 'my_gpu', resourceClaimName: 'gpu' }] },
      'resourceClaims[0].name "my_gpu" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "my-gpu"',
    ],
    [
      'has a name of its own',
      { resourceClaims: [...resourceClaims, ...resourceClaims] },
      'resourceClaims[1].name "gpu" is the name of another claim of this pod: take another',
    ],
    ['comes from somewhere', { resourceClaims: [{ name: 'gpu' }] }, `resourceClaims[0] has no source: ${oneSource}`],
    [
      'comes from one place',
      { resourceClaims: [{ name: 'gpu', resourceClaimName: 'gpu', resourceClaimTemplateName: 'one-gpu' }] },
      `resourceClaims[0] has resourceClaimName and resourceClaimTemplateName: ${oneSource}`,
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOfPod(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('is written into the pod and the container', () => {
    const claims = [{ name: 'gpu', request: 'fast' }];
    const { job } = new BatchJob(shop(), 'job', { image, resourceClaims, resources: { claims } });
    expect(job.toJson()).toMatchObject({
      spec: { template: { spec: { resourceClaims, containers: [{ resources: { claims } }] } } },
    });
  });
});
