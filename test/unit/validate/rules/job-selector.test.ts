import { validate } from '../../../../src/validate/validate';

function codesOf(spec: object, labels: Readonly<Record<string, string>> = { app: 'report' }): readonly string[] {
  const template = {
    metadata: { labels },
    spec: { restartPolicy: 'Never', containers: [{ name: 'report', image: 'report:2' }] },
  };
  const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'report' }, spec: { ...spec, template } };
  return validate([job]).map(({ code }) => code);
}

const onKey = (key: string, operator: string, ...values: string[]) => ({
  matchExpressions: [{ key, operator, values }],
});

test.each([
  [{}],
  [{ matchLabels: { 'job-name': 'report' } }],
  [onKey('controller-uid', 'Exists')],
  [onKey('controller-uid', 'NotIn', 'x')],
  [onKey('batch.kubernetes.io/job-name', 'In', 'report', 'other')],
  [onKey('tier', 'DoesNotExist')],
])('the server takes the selector %j, which says no more than its own', (selector) => {
  expect(codesOf({ selector })).toEqual([]);
});

test.each([
  [{ matchLabels: { 'job-name': 'other' } }],
  [{ matchLabels: { app: 'report' } }],
  [onKey('controller-uid', 'In', 'x')],
  [onKey('app', 'Exists')],
  [onKey('app', 'DoesNotExist')],
])('it refuses the selector %j', (selector) => {
  expect(codesOf({ selector })).toEqual(['job-selector']);
});

test('with manualSelector any selector is right that the pods match', () => {
  expect(codesOf({ manualSelector: true, selector: { matchLabels: { app: 'report' } } })).toEqual([]);
  expect(codesOf({ manualSelector: true, selector: {} })).toEqual([]);
  expect(codesOf({ manualSelector: true, selector: { matchLabels: { app: 'other' } } })).toEqual(['job-selector']);
  expect(codesOf({ manualSelector: true })).toEqual(['job-selector']);
});

test('a selector that is no selector has that mistake only', () => {
  expect(codesOf({ selector: onKey('app', 'In') })).toEqual(['label-selector']);
  expect(codesOf({ manualSelector: true, selector: onKey('app', 'In') })).toEqual(['label-selector']);
});

test('labels of the server are for others only with manualSelector', () => {
  expect(codesOf({}, { 'job-name': 'report' })).toEqual([]);
  expect(codesOf({}, { 'job-name': 'other' })).toEqual(['job-label']);
  expect(codesOf({}, { 'batch.kubernetes.io/controller-uid': 'x' })).toEqual(['job-label']);
  expect(codesOf({ manualSelector: true, selector: {} }, { 'job-name': 'other' })).toEqual([]);
});
