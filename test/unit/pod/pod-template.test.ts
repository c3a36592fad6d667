import { Secret, ServiceAccount } from 'cdk8s-plus-28';
import { BatchJob } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (props: object): string =>
  refusal((chart) => new BatchJob(chart, 'job', unchecked({ image, ...props })));

describe('a pod', () => {
  test.each([
    [
      'ends in whole seconds',
      { terminationGracePeriodSeconds: 1.5 },
      'terminationGracePeriodSeconds 1.5 is not a whole number from 0',
    ],
    [
      'pulls with a Secret that can exist',
      { imagePullSecrets: ['registry', 'My_Registry'] },
      'imagePullSecrets[1] "My_Registry" is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "my-registry"',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('pulls with a Secret, and not with something else', () => {
    const text = refusal((chart) => {
      const made = new Secret(chart, 'made', { metadata: { name: 'made' } });
      const account = new ServiceAccount(chart, 'account', { metadata: { name: 'puller' } });
      return new BatchJob(chart, 'job', { image, imagePullSecrets: [made, account] });
    });
    expect(text).toBe(
      'BatchJob "shop/job": imagePullSecrets[1] "puller" is a ServiceAccount: give a Secret, or its name',
    );
  });
});
