import { builtInSchema } from '../../src/validate/schema';
import { validate } from '../../src/validate/validate';
import { serverOf } from './differential/ask';
import type { Manifest } from './differential/seeds';

const server = serverOf(builtInSchema());

/** Right and wrong ones, for a policy. */
const EXPRESSIONS = [
  ...['true', '1', "'text'", 'null', '[true]', '{"a": true}', 'object', 'object == null', 'oldObject != null'],
  ...['object.spec.replicas <= 5', 'object.spec.replicas <= "5"', 'object.spec.replicas', '!object.spec.isPublic'],
  ...['has(object.metadata.labels)', 'has(object)', "'app' in object.metadata.labels", 'object in object'],
  "object.spec.template.spec.containers.all(each, each.image.startsWith('registry.example.com/'))",
  'object.spec.containers.map(each, each.image)',
  "object.metadata.annotations.all(key, value, value != '')",
  ...['object.spec.?replicas.orValue(1) > 0', 'object.spec.?replicas', 'optional.of(1).hasValue()'],
  ...["object.metadata.name.matches('^[a-z]+$')", "object.metadata.name.matches('[a-z')", "'a'.matches('[a-z')"],
  ...["request.operation in ['CREATE', 'UPDATE']", 'request.operation == 1', "request.operations == 'CREATE'"],
  ...["request.kind.kind == 'Deployment'", "request.kind.resource == 'pods'", "request.resource.resource == 'pods'"],
  ...["request.userInfo.groups.exists(group, group == 'admins')", "request.userInfo.name == 'ada'"],
  ...["request.userInfo.extra['scopes'][0] == 'all'", "request.userInfo.extra['scopes'] == 'all'"],
  ...['request.dryRun', 'request.dryRun == "true"', "request.options.fieldManager == 'helm'", '-request.name == ""'],
  ...["namespaceObject.metadata.labels['team'] == 'shop'", 'namespaceObject.metadata.labels.team == 5'],
  ...["namespaceObject.metadata.creationTimestamp < timestamp('2024-01-01T00:00:00Z')"],
  ...["namespaceObject.status.conditions.all(each, each.status == 'True')", "namespaceObject.spec.team == 'shop'"],
  ...["params.data.most == '5'", 'params == null', 'parameters == null', 'variables.none == 1'],
  ...["quantity(object.spec.size).isLessThan(quantity('10Gi'))", "quantity('10Gi') < 5", "quantity('10Gi') == '10Gi'"],
  ...[
    "url(object.spec.url).getScheme() == 'https'",
    'ip(object.spec.ip).family() == 4',
    "ip('10.0.0.1').family() == '4'",
  ],
  ...["cidr('10.0.0.0/8').containsIP(object.spec.ip)", "semver('1.2.3').isLessThan(semver(object.spec.version))"],
  ...["sets.contains(['a', 'b'], object.spec.names)", "sets.contains(['a', 'b'], [1])", 'object.spec.names.isSorted()'],
  ...[
    '[1, 2].map(each, each * 2).sum() == 6',
    '[1, 2].sum() == "6"',
    "'abc'.substring(1) == 'bc'",
    "'abc'.cut(1) == ''",
  ],
  ...["!format.dns1123Label().validate('web').hasValue()", "format.named('dns1123Label').hasValue()"],
  ...[
    "1 + 'a' == 2",
    "string(1) + 'a' == '1a'",
    "true ? 1 : 'a'",
    'true ? true : object.spec.isPublic',
    'true ? object.a : false',
  ],
  ...[
    'dyn(1) == "a"',
    '1 == 1.0',
    '1u == 1',
    'type(1) == int',
    'duration("1h") > duration("5m")',
    'size(object.spec) > 1',
  ],
  ...[
    'object.spec.replicas <=',
    'object.spec.',
    'a b',
    'true and false',
    'object.spec.replicas =< 5',
    '((true)',
    '"',
    '',
  ],
  ...["authorizer.group('apps').resource('deployments').check('delete').allowed()", "authorizer.path('/').check("],
  ...["authorizer.path('/metrics').check('get').allowed()", "authorizer.path('/metrics').check('get')"],
  ...["authorizer.path('/metrics').allowed()", "authorizer.path(1).check('get').allowed()", 'authorizer'],
  ...["authorizer.group('').resource('pods').subresource('log').namespace('shop').name('a').check('get').errored()"],
  ...["authorizer.group('').resource('pods').fieldSelector('spec.nodeName=a').check('list').reason()"],
  ...["authorizer.group('').resource('pods').labelSelector('app=a').check('list').error() == ''"],
  ...["authorizer.resource('pods').check('get').allowed()", "authorizer.group('').check('get').allowed()"],
  ...["authorizer.serviceAccount('shop', 'web').path('/').check('get').allowed()", "authorizer.serviceAccount('web')"],
  ...["authorizer.requestResource.check('delete').allowed()", "authorizer.requestResource.group('')"],
  ...["authorizer.requestResource.subresource('status').check('update').reason()", 'authorizer.requestResources'],
  ...[
    'authorizer.requestResource == null',
    "authorizer.path('/').check('get').reason() == 1",
    'authorizer == authorizer',
  ],
  ...["['get', 'list'].all(verb, authorizer.requestResource.check(verb).allowed())", 'has(authorizer.requestResource)'],
  ...['cel.bind(name, object.metadata.name, name == "a")', 'cel == 1', 'object.bind(a, 1, true)', 'type(authorizer)'],
  ...[
    '[1].all(__result__, true)',
    '[1].exists(a, __result__, true)',
    'optional.of(1).optMap(__result__, 1).hasValue()',
  ],
  ...['size(object.`a-b`) > 1', 'has(object.`a-b`)', "dyn(1).path('/').check('get').allowed()"],
];

const policy = (fields: object): Manifest => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: 'free-expressions' },
  spec: {
    paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
    matchConstraints: {
      resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] }],
    },
    ...fields,
  },
});

const withoutParams = (fields: object): Manifest => {
  const made = policy(fields) as Manifest & { readonly spec: object };
  return { ...made, spec: { ...made.spec, paramKind: undefined } };
};

const webhook = (kind: string, expression: string): Manifest => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind,
  metadata: { name: 'free-expressions' },
  webhooks: [
    {
      ...{ name: 'free.example.com', sideEffects: 'None', admissionReviewVersions: ['v1'] },
      clientConfig: { url: 'https://free.example.com' },
      rules: [{ apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] }],
      matchConditions: [{ name: 'it', expression }],
    },
  ],
});

const PLACES: readonly (readonly [string, (expression: string) => Manifest])[] = [
  ['a validation', (expression) => policy({ validations: [{ expression }] })],
  ['a message', (text) => policy({ validations: [{ expression: 'true', messageExpression: text }] })],
  ['an audit annotation', (text) => policy({ auditAnnotations: [{ key: 'why', valueExpression: text }] })],
  [
    'a variable',
    (expression) =>
      policy({
        variables: [{ name: 'it', expression }],
        validations: [{ expression: 'variables.it == 5' }, { expression: 'variables.it' }],
      }),
  ],
  [
    'a condition',
    (expression) => policy({ matchConditions: [{ name: 'it', expression }], validations: [{ expression: 'true' }] }),
  ],
  [
    'a condition of a policy without params',
    (expression) =>
      withoutParams({ matchConditions: [{ name: 'it', expression }], validations: [{ expression: 'true' }] }),
  ],
  ['a validation without params', (expression) => withoutParams({ validations: [{ expression }] })],
  ['a condition of a validating webhook', (expression) => webhook('ValidatingWebhookConfiguration', expression)],
  ['a condition of a mutating webhook', (expression) => webhook('MutatingWebhookConfiguration', expression)],
];

const DEVICE_EXPRESSIONS = [
  ...['true', 'device.driver == "gpu.example.com"', 'device.driver', 'device.name == "gpu-0"', 'devices.driver == ""'],
  ...["device.attributes['gpu.example.com'].model == 'a100'", "device.attributes['gpu.example.com'].memory > 5"],
  ...["device.capacity['gpu.example.com'].memory.compareTo(quantity('40Gi')) >= 0", "device.capacity['a'].b == '5'"],
  ...["cel.bind(gpu, device.attributes['gpu.example.com'], gpu.isFast && gpu.isNew)", 'cel.bind(gpu, '],
  ...["'gpu.example.com' in device.attributes", "device.attributes['a'].version.isGreaterThan(semver('1.0.0'))"],
  ...['device.capacity', 'device.driver.startsWith(1)', 'device.driver =='],
  ...["device.attributes['a.b'].x", "device.attributes['a.b']", "!device.attributes['a.b'].x", 'dyn(device.driver)'],
  ...[
    "cel.bind(gpu, device.attributes['a'], gpu.x > 5)",
    'cel.bind(name, device.driver, name > 5)',
    'cel.bind(a, 1, a)',
  ],
  ...[
    "cel.bind(a, device.attributes['a'], a.x)",
    'cel.bind(a.b, 1, true)',
    'cel.bind(a, true)',
    'cel == 1',
    'cel.bound(a)',
  ],
  ...['cel.bind(a, 1, cel.bind(b, a + 1, a < b))', 'cel.bind(a, a, true)', 'cel.bind(__result__, true, __result__)'],
  ...["authorizer.path('/').check('get').allowed()", '[1, 2].all(each, cel.bind(next, each + 1, next > each))'],
  ...["true ? device.attributes['a'].x : false", "[device.attributes['a'].x][0]", 'object.a == 1', 'params == null'],
  ...['device.allowMultipleAllocations'],
];

const deviceClass = (expression: string): Manifest => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'DeviceClass',
  metadata: { name: 'gpu.example.com' },
  spec: { selectors: [{ cel: { expression } }] },
});

const cases = [
  ...PLACES.flatMap(([place, make]) => EXPRESSIONS.map((text) => ({ place, text, manifest: make(text) }))),
  ...DEVICE_EXPRESSIONS.map((text) => ({ place: 'a device selector', text, manifest: deviceClass(text) })),
];

test.each(cases)('$place: $text', async ({ manifest }) => {
  const { accepted, message } = await server.create(manifest, '');
  const errors = validate([manifest]).filter(({ severity }) => severity === 'error');
  expect({ message, errors: errors.map((each) => each.message), isRight: errors.length === 0 }).toMatchObject({
    isRight: accepted,
  });
});
