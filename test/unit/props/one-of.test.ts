import { checkOneOf, type OneOf } from '../../../src/props/one-of';
import { Problems } from '../../../src/props/problem';

test.each([
  ['none', {}, 'has no handler: give exactly one of exec, httpGet and grpc'],
  [
    'none that counts',
    { exec: undefined, periodSeconds: 1 },
    'has no handler: give exactly one of exec, httpGet and grpc',
  ],
  ['two', { exec: {}, grpc: {} }, 'has exec and grpc: give exactly one of exec, httpGet and grpc'],
  [
    'three',
    { exec: {}, httpGet: {}, grpc: {} },
    'has exec and httpGet and grpc: give exactly one of exec, httpGet and grpc',
  ],
])('checkOneOf() refuses %s', (_sentence, object, problem) => {
  const problems = new Problems();
  checkOneOf(problems.at('probe'), object, 'handler', ['exec', 'httpGet', 'grpc']);
  expect(() => {
    problems.throwIfAny('Thing');
  }).toThrow(`Thing: probe ${problem}`);
});

test('checkOneOf() takes one', () => {
  const one: OneOf<{ exec: object; grpc: object }> = { exec: {}, grpc: undefined };
  const problems = new Problems();
  checkOneOf(problems, one, 'handler', ['exec', 'grpc']);
  expect(() => {
    problems.throwIfAny('Thing');
  }).not.toThrow();
});
