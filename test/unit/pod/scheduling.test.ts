import { BatchJob } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

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
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });
});
