import { readFreeExpression } from '../../../../src/crd/cel/free-expression';

const POLICY = { object: 'dyn', request: 'dyn', variables: { replicas: 'int', names: 'list(string)', other: 'dyn' } };

test.each([
  ['variables.replicas + 1', 'int'],
  ['variables.names.filter(name, name != "")', 'list(string)'],
  ['object.spec.replicas', 'dyn'],
  ['object.spec.replicas <= 5', 'bool'],
  ['{"a": 1}', 'map(string, int)'],
])('%s gives %s', (text, type) => {
  expect(readFreeExpression(text, { variables: POLICY })).toEqual({ type });
});

test.each([
  ['variables.replica <= 5', 'has the field "replica", which is not in the schema: did you mean "replicas"'],
  ['variables.replicas == "5"', expect.stringContaining('==')],
  ['object.spec.replicas <=', expect.stringContaining(': correct the expression')],
  ['authorizer.path("/metrics").check(', expect.stringContaining(': correct the expression')],
  ['variables.replicas', 'gives int: write an expression that gives a bool'],
  ['object.spec.replicas', 'gives dyn: write an expression that gives a bool'],
  [`${'('.repeat(100_000)}true`, expect.stringContaining('is nested too deep')],
])('%.60s is refused', (text, problem: unknown) => {
  expect(readFreeExpression(text, { variables: POLICY, results: ['bool'] })).toEqual({ problem });
});

test.each([
  'authorizer.group("apps").resource("deployments").check("delete").allowed()',
  'cel.bind(all, object.spec.names, all.size())',
  'request.dryRun',
])('of %.40s only the server can judge', (text) => {
  expect(readFreeExpression(text, { variables: POLICY, unknown: ['request'], results: ['bool'] })).toEqual({
    type: undefined,
  });
});
