import { ConfigMap } from 'cdk8s-plus-28';
import { BatchJob } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

const refusalOf = (props: object): string =>
  refusal((chart) => new BatchJob(chart, 'job', unchecked({ image: 'ghcr.io/shop/api:2.3.1', ...props })));

describe('an environment variable', () => {
  test.each([
    ['is a string', { PORT: 8080 }, 'env.PORT 8080 is not a string: write it in quotes'],
    ['is no boolean', { DEBUG: true }, 'env.DEBUG true is not a string: write it in quotes'],
    ['is not undefined', { STAGE: undefined }, 'env.STAGE is undefined: give a string, or leave it out'],
    ['is not null', { STAGE: null }, 'env.STAGE is null: give a string, or leave it out'],
    ['has a name', { '': 'x' }, 'env "" is empty: use letters, digits and "_"'],
    [
      'has a name without "="',
      { 'A=B': 'x' },
      'env "A=B" is not the name of an environment variable: use letters, digits and "_"',
    ],
    [
      'has one source',
      { TOKEN: { secretKeyRef: { name: 'api', key: 'a' }, configMapKeyRef: { name: 'api', key: 'a' } } },
      'env.TOKEN has secretKeyRef and configMapKeyRef: give exactly one of secretKeyRef, configMapKeyRef, fieldRef, resourceFieldRef and fileKeyRef',
    ],
    [
      'has a source',
      { 'api-token': {} },
      'env["api-token"] has no source: give exactly one of secretKeyRef, configMapKeyRef, fieldRef, resourceFieldRef and fileKeyRef',
    ],
    [
      'takes a Secret that can exist',
      { TOKEN: { secretKeyRef: { name: 'Api', key: 'token' } } },
      'env.TOKEN.secretKeyRef.name "Api" is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "api"',
    ],
    [
      'takes a key that can exist',
      { TOKEN: { secretKeyRef: { name: 'api', key: 'a/b' } } },
      'env.TOKEN.secretKeyRef.key "a/b" is not a key: use letters, digits, "-", "_" and "."; a "/" goes into the path of the mount',
    ],
    [
      'takes a key of a ConfigMap that can exist',
      { LEVEL: { configMapKeyRef: { name: 'api', key: '' } } },
      'env.LEVEL.configMapKeyRef.key "" is empty: use letters, digits, "-", "_" and "."; a "/" goes into the path of the mount',
    ],
  ])('%s', (_sentence, env, problem) => {
    expect(refusalOf({ env })).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('takes no ConfigMap for a Secret', () => {
    const text = refusal((chart) => {
      const name = new ConfigMap(chart, 'settings', { metadata: { name: 'settings' } });
      const env = { TOKEN: { secretKeyRef: { name, key: 'token' } } };
      return new BatchJob(chart, 'job', { image: 'ghcr.io/shop/api:2.3.1', env });
    });
    expect(text).toBe(
      'BatchJob "shop/job": env.TOKEN.secretKeyRef.name "settings" is a ConfigMap: give a Secret, or its name',
    );
  });
});

describe('envFrom', () => {
  test.each([
    [
      'takes a Secret that can exist',
      [{ secretRef: { name: 'Api' } }],
      'envFrom[0].secretRef.name "Api" is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "api"',
    ],
    [
      'takes a ConfigMap that can exist',
      [{ secretRef: { name: 'api' } }, { configMapRef: { name: '' } }],
      'envFrom[1].configMapRef.name "" is empty: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit',
    ],
    [
      'takes a prefix that a name can begin with',
      [{ secretRef: { name: 'api' }, prefix: 'A=' }],
      'envFrom[0].prefix "A=" is not the name of an environment variable: use letters, digits and "_"',
    ],
    ['takes one source an entry', [{}], 'envFrom[0] has no source: give exactly one of secretRef and configMapRef'],
    [
      'takes not two sources an entry',
      [{ secretRef: { name: 'a' }, configMapRef: { name: 'a' } }],
      'envFrom[0] has secretRef and configMapRef: give exactly one of secretRef and configMapRef',
    ],
  ])('%s', (_sentence, envFrom, problem) => {
    expect(refusalOf({ envFrom })).toBe(`BatchJob "shop/job": ${problem}`);
  });
});
