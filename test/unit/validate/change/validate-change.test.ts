import { validateChange } from '../../../../src/validate/validate-change';
import { THINGS } from './bases';
import { changeCases } from './changes';

const errors = (before: unknown, after: unknown): readonly string[] =>
  validateChange([before], [after], { customResources: [THINGS] })
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

const cases = changeCases('a', 'shop');

test.each(cases.filter(({ code }) => code !== undefined))('$code: $what', ({ code, before, after }) => {
  expect(new Set(errors(before, after))).toEqual(new Set([code]));
});

test.each(cases.filter(({ code }) => code === undefined))('accepted: $what', ({ before, after }) => {
  expect(errors(before, after)).toEqual([]);
});

test.each(cases)('no change: $what', ({ before, after }) => {
  expect(validateChange([before, after], [before, after])).toEqual([]);
});

test('an amount is shown as a quantity', () => {
  const claim = (storage: string) => ({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'orders' },
    spec: {
      serviceName: 'orders',
      selector: { matchLabels: { app: 'orders' } },
      template: {
        metadata: { labels: { app: 'orders' } },
        spec: { containers: [{ name: 'orders', image: 'orders:1' }] },
      },
      volumeClaimTemplates: [
        { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } } },
      ],
    },
  });
  const messages = (was: string, is: string) => validateChange([claim(was)], [claim(is)]).map(({ message }) => message);
  expect(messages('10Gi', '20480Mi')).toEqual(['was "10Gi" and is "20Gi", but it cannot be changed']);
  expect(messages('1.5', '500m')).toEqual(['was "1500m" and is "500m", but it cannot be changed']);
  expect(messages('0', '3e3')).toEqual(['was "0" and is "3000", but it cannot be changed']);
});

test('what is no list of manifests, or no option, is refused', () => {
  expect(() => validateChange([], undefined as unknown as [])).toThrow('validateChange: after is nothing: give a list');
  expect(() => validateChange([], [], { rules: { 'claim-chang': 'off' } as object })).toThrow(
    'the options of validateChange: rules "claim-chang" is not the code of a rule: did you mean "claim-change"',
  );
});

test('the items of lists are compared, as kubectl writes them', () => {
  const secret = (name: string, type: string) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, type });
  const list = (...items: object[]) => ({ apiVersion: 'v1', kind: 'List', items });
  const before = [list(secret('a', 'Opaque'), secret('b', 'Opaque'))];
  const after = [null, list(secret('a', 'Opaque'), secret('b', 'example.com/other'))];
  const issues = validateChange(before, after, { sources: (index) => `manifest ${index}` });
  expect(issues.map(({ code, object, source }) => [code, object.name, source])).toEqual([
    ['secret-type-change', 'b', 'manifest 1'],
  ]);
  const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' } };
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
  expect(validateChange([list({ ...claim, spec })], []).map(({ object }) => object.name)).toEqual(['data']);
});

describe('of a Job', () => {
  const job = (container: object, pod: object = {}): unknown => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'a' },
    spec: {
      template: {
        spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1', ...container }], ...pod },
      },
    },
  });
  const found = (before: unknown, after: unknown): readonly string[] =>
    validateChange([before], [after]).map(({ path, message }) => `${path} ${message}`);

  test('several changes are told in the smallest place that has all of them', () => {
    expect(found(job({}), job({ image: 'a:2', args: ['b'] }))).toEqual([
      'spec.template.spec.containers[0] differs in image and args, but it cannot be changed',
    ]);
    const env = [{ name: 'A', value: 'b' }];
    expect(found(job({ env }), job({ env: [{ name: 'B', value: 'c' }], tty: true }, { hostname: 'a' }))).toEqual([
      'spec.template.spec differs in containers[0].env[0].name, containers[0].env[0].value, containers[0].tty and hostname, ' +
        'but it cannot be changed',
    ]);
    expect(found(job({}), job({ env, tty: true, stdin: true, args: ['b'], command: ['c'] }))).toEqual([
      'spec.template.spec.containers[0] differs in env, tty, stdin and 2 others, but it cannot be changed',
    ]);
  });

  test('what is a default, or as good as nothing, is shown as it was given', () => {
    expect(found(job({}, { dnsPolicy: 'Default' }), job({}, { dnsPolicy: 'ClusterFirst' }))).toEqual([
      'spec.template.spec.dnsPolicy was "Default" and is "ClusterFirst", but it cannot be changed',
    ]);
    expect(found(job({ tty: true }), job({ tty: false }))).toEqual([
      'spec.template.spec.containers[0].tty was true and is false, but it cannot be changed',
    ]);
  });
});
