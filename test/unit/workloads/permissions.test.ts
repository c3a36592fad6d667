import { BatchJob } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

const refusalOf = (permissions: object): string =>
  refusal((chart) => new BatchJob(chart, 'job', unchecked({ image: 'ghcr.io/shop/api:2.3.1', permissions })));

const pods = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };

describe('a rule of permissions', () => {
  test.each([
    [
      'has verbs',
      { namespace: [pods, { ...pods, verbs: [] }] },
      'permissions.namespace[1].verbs are missing: say what is allowed, such as ["get", "list", "watch"]',
    ],
    [
      'has groups',
      { namespace: [{ resources: ['pods'], verbs: ['get'] }] },
      'permissions.namespace[0].apiGroups are missing: name them, [""] for pods, secrets and the like',
    ],
    [
      'has resources',
      { cluster: [{ apiGroups: [''], verbs: ['get'] }] },
      'permissions.cluster[0].resources are missing: name them in the plural, such as ["pods"]',
    ],
    [
      'has no URLs in a namespace',
      { namespace: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }] },
      'permissions.namespace[0].nonResourceURLs belong to no namespace: give them in permissions.cluster',
    ],
    [
      'has no URLs beside resources',
      { cluster: [{ ...pods, nonResourceURLs: ['/metrics'] }] },
      'permissions.cluster[0].nonResourceURLs stand beside resources: make them a rule of their own',
    ],
  ])('%s', (_sentence, permissions, problem) => {
    expect(refusalOf(permissions)).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('may be about URLs of the whole cluster', () => {
    expect(refusalOf({ cluster: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }] })).toBe('');
  });
});
