import * as fc from 'fast-check';
import * as names from '../../../src/manifest/name';
import { dnsLabelProblem, dnsSubdomainProblem, labelKeyProblem, objectNameProblem } from '../../../src/manifest/name';

type Check = Exclude<keyof typeof names, 'objectNameProblem'>;

describe('a name', () => {
  test.each<[Check, readonly string[]]>([
    ['dnsLabelProblem', ['orders', '1-a', 'a'.repeat(63)]],
    ['dns1035LabelProblem', ['orders', 'a-1']],
    ['dnsSubdomainProblem', ['orders.v2', '1.2.3.4', 'a'.repeat(253)]],
    ['portNameProblem', ['http', '8080-tcp', 'a-b-c', 'a'.repeat(15)]],
    ['labelKeyProblem', ['App_1.x', 'example.com/App', `${'a'.repeat(253)}/${'B'.repeat(63)}`]],
    ['labelValueProblem', ['', 'V_1.x-Y', 'a'.repeat(63)]],
    ['annotationKeyProblem', ['Example.COM/Key', 'key']],
    ['envNameProblem', ['PGDATA', 'my.name', '1', 'a b', '~!@#$%^&*()']],
    ['configKeyProblem', ['postgresql.conf', '.profile', '_-_', 'a..b']],
    ['hostNameProblem', ['shop.example.com', '*.example.com', '1.2.3', '1.2.3.256']],
    ['httpHeaderNameProblem', ['X-Probe', '1']],
  ])('%s() takes %j', (check, texts) => {
    expect(texts.filter((text) => names[check](text) !== undefined)).toEqual([]);
  });

  test.each<[Check, readonly string[]]>([
    ['dnsLabelProblem', ['', 'a.b', 'A', 'a_b', '-a', 'a-', 'a'.repeat(64), 'a\n', 'é']],
    ['dns1035LabelProblem', ['', '1a', 'a.b']],
    ['dnsSubdomainProblem', ['', 'a..b', '.a', 'a-.b', 'a'.repeat(254)]],
    ['portNameProblem', ['', '8080', 'a--b', '-a', 'HTTP', 'a'.repeat(16)]],
    ['labelKeyProblem', ['', '/a', 'a/', 'a/b/c', 'Example.com/a', '-a', 'a'.repeat(64)]],
    ['labelValueProblem', [' ', '-a', 'a.', 'a'.repeat(64)]],
    ['annotationKeyProblem', ['', 'a/b/c', 'a b']],
    ['envNameProblem', ['', 'A=B', 'A\tB', 'É']],
    ['configKeyProblem', ['', '.', '..', '..data', 'a/b', 'a'.repeat(254)]],
    ['hostNameProblem', ['', '10.0.0.1', '010.000.0.1', '*', '*.*.com', 'a.*.com', 'Shop.com', 'shop.com:80', '::1']],
    ['httpHeaderNameProblem', ['', 'X_Probe', 'X Probe', 'X:']],
  ])('%s() refuses each of %j', (check, texts) => {
    expect(texts.filter((text) => names[check](text) === undefined)).toEqual([]);
  });

  test.each<[Check, string, string]>([
    [
      'dnsLabelProblem',
      'My_Orders!',
      'is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "my-orders"',
    ],
    ['dnsLabelProblem', 'a'.repeat(70), 'has 70 characters; a DNS label holds 63: shorten it'],
    [
      'dns1035LabelProblem',
      '1st',
      'is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit',
    ],
    ['portNameProblem', 'metrics-and-more', 'has 16 characters; a port name holds 15: shorten it'],
    [
      'labelKeyProblem',
      'Example.com/app',
      'has a prefix before "/" that is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "example.com"',
    ],
    [
      'labelKeyProblem',
      'example.com/',
      'has a name after "/" that is empty: use letters, digits, "-", "_" and ".", and begin and end with a letter or digit',
    ],
    ['configKeyProblem', '..data', 'begins with "..", which volumes keep for themselves: use another file name'],
    [
      'hostNameProblem',
      '10.0.0.1',
      'is an IP address: name a host, such as "shop.example.com", or leave it out for every host',
    ],
    ['hostNameProblem', 'https://shop.example.com:8443/a', 'is a URL: write "shop.example.com"'],
  ])('%s() says that %j %s', (check, text, problem) => {
    expect(names[check](text)).toBe(problem);
  });

  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'Z', '0', '-', '.', '_', '/'), maxLength: 12 }),
    fc.integer({ min: 60, max: 256 }).map((length) => 'a'.repeat(length)),
  );

  test('is a DNS subdomain exactly when its parts are DNS labels of any length, 253 characters in all', () => {
    const isLabel = (part: string) => dnsLabelProblem(part.replace(/^a{64,}$/, 'a')) === undefined;
    fc.assert(
      fc.property(text, (name) => {
        const byParts = name.length <= 253 && name.split('.').every(isLabel);
        expect(dnsSubdomainProblem(name) === undefined).toBe(byParts);
      }),
    );
  });

  test('is a label key exactly when its last part is a label value and the one before it a DNS subdomain', () => {
    fc.assert(
      fc.property(text, (key) => {
        const [name = '', prefix, ...more] = key.split('/').reverse();
        const good = name !== '' && names.labelValueProblem(name) === undefined && more.length === 0;
        const goodPrefix = prefix === undefined || dnsSubdomainProblem(prefix) === undefined;
        expect(labelKeyProblem(key) === undefined).toBe(good && goodPrefix);
      }),
    );
  });
});

describe('objectNameProblem()', () => {
  test.each([
    ['StatefulSet', 'a'.repeat(52)],
    ['CronJob', 'a'.repeat(52)],
    ['Job', 'a.b'],
    ['Deployment', 'a'.repeat(253)],
    ['ConfigMap', '1.a'],
    ['Service', 'orders'],
    ['ClusterRole', 'system:node'],
    ['PodDisruptionBudget', 'Orders'],
    ['CustomResourceDefinition', 'redises.example.com'],
    ['PriorityClass', 'system-node-critical'],
    ['ManagedRedis', 'cache.v2'],
    ['constructor', 'cache'],
  ])('takes the %s %j', (kind, name) => {
    expect(objectNameProblem(kind, name)).toBeUndefined();
  });

  test.each([
    ['StatefulSet', 'a.b'],
    ['Namespace', 'a.b'],
    ['Service', '1a'],
    ['Deployment', 'a_b'],
    ['ManagedRedis', 'Cache'],
    ['Role', 'a/b'],
    ['Role', '..'],
    ['CustomResourceDefinition', 'redises'],
    ['PriorityClass', 'system-mine'],
    ['Secret', ''],
  ])('refuses the %s %j', (kind, name) => {
    expect(objectNameProblem(kind, name)).toMatch(/^is (not|empty)/);
  });

  test.each([
    [
      'StatefulSet',
      'a'.repeat(53),
      'has 53 characters; the name of a StatefulSet holds 52, because its pods have a label of it and 11 characters more: shorten it',
    ],
    [
      'StatefulSet',
      'a'.repeat(70),
      'has 70 characters; the name of a StatefulSet holds 52, because its pods have a label of it and 11 characters more: shorten it',
    ],
    [
      'CronJob',
      'a'.repeat(53),
      'has 53 characters; the name of a CronJob holds 52, because its Jobs are named by it and 11 characters more: shorten it',
    ],
    [
      'Job',
      'a'.repeat(64),
      'has 64 characters; the name of a Job holds 63, because it is a label of its pods: shorten it',
    ],
    ['ConfigMap', 'a'.repeat(254), 'has 254 characters; a DNS subdomain holds 253: shorten it'],
  ])('tells how long the name of a %s may be', (kind, name, problem) => {
    expect(objectNameProblem(kind, name)).toBe(problem);
  });
});
