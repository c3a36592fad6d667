import { readFreeExpression } from '../../../../src/crd/cel/free-expression';

const POLICY = {
  object: 'dyn',
  request: 'dyn',
  variables: { replicas: 'int', names: 'list(string)', other: 'dyn' },
  authorizer: 'kubernetes.authorization.Authorizer',
  'authorizer.requestResource': 'kubernetes.authorization.ResourceCheck',
};

test.each([
  ['variables.replicas + 1', 'int'],
  ['variables.names.filter(name, name != "")', 'list(string)'],
  ['object.spec.replicas', 'dyn'],
  ['object.spec.replicas <= 5', 'bool'],
  ['{"a": 1}', 'map(string, int)'],
  ['authorizer.group("apps").resource("deployments").check("delete")', 'kubernetes.authorization.Decision'],
  ['authorizer.requestResource.subresource("log").check("get").reason()', 'string'],
  ['authorizer.path("/metrics").check("get").allowed()', 'bool'],
])('%s gives %s', (text, type) => {
  expect(readFreeExpression(text, { variables: POLICY })).toEqual({ type });
});

test.each([
  ['variables.replica <= 5', 'has the field "replica", which is not in the schema: did you mean "replicas"'],
  ['variables.replicas == "5"', expect.stringContaining('==')],
  ['object.spec.replicas <=', expect.stringContaining(': correct the expression')],
  ['authorizer.path("/metrics").check(', expect.stringContaining(': correct the expression')],
  ['authorizer.path("/metrics").allowed()', expect.stringContaining('kubernetes.authorization.PathCheck')],
  ['authorizer.group("").check("get").allowed()', expect.stringContaining('kubernetes.authorization.GroupCheck')],
  ['cel.bind(a, 1, a > 0)', 'has the variable "cel", which is not known: correct the expression'],
  ['size(object.`a-b`) > 1', 'has a name in backticks, which Kubernetes does not read: correct the expression'],
  ['[1].all(__result__, true)', 'has the variable __result__, which the loop itself has: correct the expression'],
  ['variables.replicas', 'gives int: write an expression that gives a bool'],
  ['object.spec.replicas', 'gives dyn: write an expression that gives a bool'],
  [`${'('.repeat(100_000)}true`, expect.stringContaining('is nested too deep')],
])('%.60s is refused', (text, problem: unknown) => {
  expect(readFreeExpression(text, { variables: POLICY, results: ['bool'] })).toEqual({ problem });
});

test('of what is not known here only the server can judge', () => {
  const place = { variables: POLICY, unknown: ['request'], results: ['bool'] };
  expect(readFreeExpression('request.dryRun', place)).toEqual({ type: undefined });
});

const DEVICE = { device: { driver: 'string', attributes: 'map(string,map(string,any))' } };

test.each([
  ['cel.bind(name, device.driver, name.startsWith("gpu"))', { type: 'bool' }],
  ['cel.bind(a, 1, cel.bind(b, a + 1, a < b))', { type: 'bool' }],
  ['cel.bind(gpu, device.attributes["gpu.example.com"], gpu.isFast)', { type: 'any' }],
  ['device.attributes["gpu.example.com"].isFast', { type: 'any' }],
  ['dyn(device.driver)', { problem: 'gives dyn: write an expression that gives a bool' }],
  ['cel.bind(name, device.driver, name)', { problem: 'gives string: write an expression that gives a bool' }],
  ['cel.bind(name, device.driver, name > 5)', { problem: expect.stringContaining('applies ">"') as string }],
  ['cel.bind(a.b, 1, true)', { problem: expect.stringContaining('something else than a name') as string }],
  ['cel.bind(a, a, true)', { problem: 'has the variable "a", which is not known: correct the expression' }],
])('where there is cel.bind, %s is what it says', (text, found: object) => {
  expect(readFreeExpression(text, { variables: DEVICE, hasBind: true, results: ['bool', 'any'] })).toEqual(found);
});
