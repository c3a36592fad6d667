import { BatchJob, StatefulDatabase, type Scheduling, type Spread } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const refusalOf = (props: object): string =>
  refusal((chart) => new BatchJob(chart, 'job', unchecked({ image: 'ghcr.io/shop/api:2.3.1', ...props })));

describe('scheduling', () => {
  test.each([
    [
      'selects nodes by labels that can exist',
      { nodeSelector: { 'my disk': 'ssd' } },
      'nodeSelector "my disk" is not the name of a label: use letters, digits, "-", "_" and ".", and begin and end with a letter or digit',
    ],
    [
      'selects nodes by values that can exist',
      { nodeSelector: { disk: 'very fast' } },
      'nodeSelector.disk "very fast" is not a label value: use letters, digits, "-", "_" and ".", and begin and end with a letter or digit',
    ],
    [
      'tolerates any value, or one',
      { tolerations: [{ key: 'spot', operator: 'Exists', value: 'yes' }] },
      'tolerations[0].value "yes" stands beside operator "Exists", which takes any value: leave one of them out',
    ],
    [
      'tolerates a key, or everything',
      { tolerations: [{ operator: 'Exists' }, { effect: 'NoSchedule' }] },
      'tolerations[1] has no key: give one, or operator: "Exists" for every taint',
    ],
    [
      'stays for a while only where it would be evicted',
      { tolerations: [{ key: 'spot', operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 60 }] },
      'tolerations[0].tolerationSeconds 60 needs effect "NoExecute": no other effect evicts a pod',
    ],
    [
      'is near to some pods',
      { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] } } },
      'affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0] has no labelSelector, and so means no pod: say which pods it wants to be near',
    ],
    [
      'would like to be near to some pods',
      {
        affinity: {
          podAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'zone' } }],
          },
        },
      },
      'affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm has no labelSelector, and so means no pod: say which pods it wants to be near',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });
});

describe('pods of one workload', () => {
  const specOf = (props: Scheduling & { readonly replicas?: number; readonly spread?: Spread }): unknown => {
    const { statefulSet } = new StatefulDatabase(shop(), 'orders', { image: 'postgres:16.4', user: 999, ...props });
    return (statefulSet.toJson() as { spec: { template: { spec: unknown } } }).spec.template.spec;
  };
  const selector = { 'app.kubernetes.io/name': 'orders', 'app.kubernetes.io/component': 'database' };
  const apart = {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: selector } },
      },
    ],
  };
  const alone = {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: selector } },
    ],
  };
  const zones = { topologyKey: 'zone', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' } as const;

  test.each<[string, Scheduling & { readonly replicas?: number; readonly spread?: Spread }, unknown]>([
    ['are not kept apart when there is one', {}, undefined],
    ['are kept apart when there are more', { replicas: 2 }, { podAntiAffinity: apart }],
    ['are kept apart when they are to be', { spread: true }, { podAntiAffinity: apart }],
    ['are kept apart at any price when they have to be', { spread: 'required' }, { podAntiAffinity: alone }],
    [
      'are kept apart beside a spread constraint when they are to be',
      { spread: true, topologySpreadConstraints: [zones] },
      { podAntiAffinity: apart },
    ],
    [
      'are kept apart beside other terms when they have to be',
      { spread: 'required', affinity: { podAntiAffinity: apart } },
      { podAntiAffinity: { ...apart, ...alone } },
    ],
    ['are not kept apart when they are not to be', { replicas: 2, spread: false }, undefined],
    ['are kept apart as the user says', { replicas: 2, topologySpreadConstraints: [zones] }, undefined],
    [
      'are kept apart beside another affinity',
      { replicas: 2, affinity: { podAffinity: {} } },
      { podAffinity: {}, podAntiAffinity: apart },
    ],
    [
      'are not kept apart beside an anti-affinity',
      { replicas: 2, affinity: { podAntiAffinity: {} } },
      { podAntiAffinity: {} },
    ],
  ])('%s', (_sentence, props, affinity) => {
    expect((specOf(props) as { affinity?: unknown }).affinity).toEqual(affinity);
  });

  test('are what a spread constraint counts, unless it says other', () => {
    const other = { ...zones, topologyKey: 'host', labelSelector: { matchLabels: { app: 'x' } } };
    expect(specOf({ topologySpreadConstraints: [zones, other] })).toMatchObject({
      topologySpreadConstraints: [{ ...zones, labelSelector: { matchLabels: selector } }, other],
    });
  });

  test('are what a term of an anti-affinity means, unless it says other', () => {
    const other = { topologyKey: 'rack', labelSelector: { matchLabels: { app: 'x' } } };
    const affinity = {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }, other],
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'host' } }],
      },
    };
    const labelSelector = { matchLabels: selector };
    expect(specOf({ affinity })).toMatchObject({
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone', labelSelector }, other],
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 1, podAffinityTerm: { topologyKey: 'host', labelSelector } },
          ],
        },
      },
    });
  });
});
