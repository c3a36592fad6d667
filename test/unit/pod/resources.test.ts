import { BatchJob, type Resources } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (resources: unknown): string =>
  refusal((chart) => new BatchJob(chart, 'job', { image, resources: unchecked(resources) }));

describe('an amount of a resource', () => {
  test.each([
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
