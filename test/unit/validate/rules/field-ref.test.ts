import { codes, podOf } from './pod';

const env = (valueFrom: object) => podOf({ env: [{ name: 'A', valueFrom }] });
const divided = (resource: string, divisor: string | number) => env({ resourceFieldRef: { resource, divisor } });

test.each([
  "metadata.labels['app']",
  "metadata.labels['example.com/app']",
  "metadata.annotations['Example.com/App']",
  'spec.host',
  'status.podIPs',
])('a variable can have %s', (fieldPath) => {
  expect(codes(env({ fieldRef: { fieldPath } }))).toEqual([]);
});

test.each([
  '',
  'metadata.labels',
  "metadata.labels['']",
  "metadata.labels[']",
  "metadata.labels['Example.com/app']",
  "metadata.labels['app",
  "metadata.name['app']",
  "['app']",
  'constructor',
  'toString',
  'status.phase',
])('a variable cannot have %p', (fieldPath) => {
  expect(codes(env({ fieldRef: { fieldPath } }))).toEqual(['field-path']);
});

test.each([
  ['limits.cpu', '1m'],
  ['limits.cpu', '1000m'],
  ['limits.cpu', '0.001'],
  ['limits.cpu', '0'],
  ['limits.memory', 1],
  ['limits.memory', '1.0'],
  ['limits.memory', '1000'],
  ['limits.memory', '1024Ki'],
  ['limits.memory', '1Ei'],
  ['limits.memory', ' 1 '],
  ['requests.hugepages-2Mi', '1Mi'],
])('%s divided by %p is taken', (resource, divisor) => {
  expect(codes(divided(resource, divisor))).toEqual([]);
});

// What the server compares is text, and it keeps what was written if that looks canonical.
test.each([
  ['limits.cpu', '10m'],
  ['limits.cpu', '1k'],
  ['limits.memory', '1m'],
  ['limits.memory', '1024'],
  ['limits.memory', '1e3'],
  ['limits.memory', '0.5Ki'],
  ['limits.memory', '+1'],
  ['limits.memory', '01'],
  ['limits.memory', '1.'],
  ['limits.ephemeral-storage', '-1'],
])('%s divided by %p is refused', (resource, divisor) => {
  expect(codes(divided(resource, divisor))).toEqual(['resource-field-divisor']);
});
