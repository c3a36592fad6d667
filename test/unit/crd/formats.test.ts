import { formatProblem, isStringFormat, STRING_FORMATS } from '../../../src/crd/formats';

// The verdicts are those of k8s.io/kube-openapi/pkg/validation/strfmt, which was asked for a million of texts like these.
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  bsonobjectid: ['507f1f77bcf86cd799439011', '507F1F77BCF86CD799439011'],
  byte: ['aGVsbG8=', 'aA==', 'aGVs'],
  cidr: ['10.0.0.0/8', '010.1.2.3/08', '::/0', '2001:db8::/128', '::ffff:1.2.3.4/96'],
  creditcard: ['4111 1111 1111 1111', '5139288802098206', 'no. 3749-536697-08156', '3548209662790989'],
  date: ['2026-01-31', '2024-02-29', '2000-02-29', '0000-01-01'],
  'date-time': [
    '2026-01-31T20:15:00Z',
    '2026-01-31t20:15:00x5z',
    '2026-01-31T23:59:59+99:99',
    '2026-01-01T10:00:00Zt?',
  ],
  duration: ['1h30m', '-1.5h', '+.5s', '1.s', '0', '-0', '1\u03bcs', '1\u00b5s', '5 days', 'P1D', '2 wk', 'in 3 HOURS'],
  email: [
    ...['ada@example.com', 'ada@localhost', 'Ada <ada@b>', '<a@b>', '"a b"@c', 'é@ü', 'a@[1.2.3.4]', 'a@[::1]'],
    ...['A. (x (y) \\) z) L <a@b> (later)', 'a@b (Ada)', '"Ada, Countess" <a@b>', 'team: a@b;', ' a@b', 'a@ b'],
  ],
  hexcolor: ['#ff8800', 'FFF'],
  hostname: ['localhost', 'm-host', 'm-', 'shop.example.com', 'ü.de', `${'a'.repeat(63)}.com`],
  ipv4: ['10.0.0.1', '010.000.0.1', '::ffff:1.2.3.4', '::01.2.3.4'],
  ipv6: ['::', '2001:DB8::1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7::', '::ffff:1.2.3.4', '1:2:3:4:5:6:1.2.3.4'],
  isbn: ['0-321-75104-3', '978-0-321-75104-1', '3 401 01319 X'],
  isbn10: ['0-321-75104-3', '080442957X'],
  isbn13: ['978-0-321-75104-1'],
  'k8s-long-name': ['shop.example.com', 'a', `${'a.'.repeat(126)}a`],
  'k8s-short-name': ['my-shop', '1', 'a'.repeat(63)],
  mac: ['00:00:5e:00:53:01', '02-00-5e-10-00-00-00-01', '0000.5e00.5301', '00005E005301'],
  password: ['', 'x'],
  rgbcolor: ['rgb(255, 136, 0)', 'rgb( 1 ,2,3 )'],
  ssn: ['123-45-6789', '123 45-6789'],
  uri: [
    ...['https://example.com/', '/x', '//x', '*', 'mailto:x', 'x:', 'x:%zz', '/?%zz', 'http://é/%41#y', 'ftp://a:1:2/'],
    ...['http://u:p@w@host:80/x?y#z', 'http://[::1]:80/', 'http://[fe80::1%25en%20]/', 'http://%c3%a9/'],
  ],
  uuid: ['9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d', '9B1DEB4D3B7DABAD0BDD2B0D7B3DCB6D'],
  uuid3: ['9b1deb4d-3b7d-3bad-0bdd-2b0d7b3dcb6d'],
  uuid4: ['9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'],
  uuid5: ['9b1deb4d-3b7d-5bad-bbdd-2b0d7b3dcb6d'],
};

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  bsonobjectid: ['507f1f77bcf86cd79943901', '507f1f77bcf86cd79943901g'],
  byte: ['', 'aGVsbG8', 'aGVs bG8=', 'a-_='],
  cidr: ['10.0.0.0', '10.0.0.0/33', '::/129', '10.0.0.0/-1', '1.2.3.4/8/8', 'x/8'],
  creditcard: ['4111 1111 1111 1112', '30190239451016', '', '1234'],
  date: ['2026-02-29', '1900-02-29', '2026-13-01', '2026-04-31', '2026-1-1', '2026-00-10'],
  'date-time': [
    '2026-01-31',
    '2026-01-31T20:15:60Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T20:15:00',
    '2026-02-30T20:15:00Z',
  ],
  duration: ['', '5', '1 x', 's', '.s', '99999999999999999999 d', '9999999999999.h'],
  email: [
    '',
    'a',
    'a.@b',
    'a..b@c',
    '.a@b',
    '""@b',
    'a@[x]',
    'a@b c',
    'A L a@b',
    'g: a@b, c@d;',
    'g:;',
    '<a@b',
    'a@b (',
    '"a@b',
    '(x <a@b>',
  ],
  hexcolor: ['', '#ff', 'ggg', '#ff88001'],
  hostname: ['', 'a.b', 'my-host', '-a', 'a.', `${'a'.repeat(64)}.com`, `x.${'é'.repeat(40)}`, 'a_b'],
  ipv4: ['256.0.0.1', '1.2.3', '::1', '1.2.3.4.5', ' 1.2.3.4'],
  ipv6: [
    '10.0.0.1',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4::5:6:7:8',
    'fe80::1%en0',
    '00001::',
    '::1.02.3.4',
    '1:2:3:4:5:6:7:1.2.3.4',
  ],
  isbn: ['', '0-321-75104-4', '978-0-321-75104-2'],
  isbn10: ['978-0-321-75104-1', '0-321-75104-X', 'X804429570'],
  isbn13: ['0-321-75104-3', '978-0-321-75104-2'],
  'k8s-long-name': ['', 'a..b', 'A', 'a.', `${'a.'.repeat(127)}a`],
  'k8s-short-name': ['', 'a.b', 'A', 'a-', 'a'.repeat(64)],
  mac: ['', '00-00:5e:00:53:01', '00:00:5e:00:53', '0000:5e00:5301', '00005e00530g', '0.0.5e'],
  password: [],
  rgbcolor: ['rgb(256,0,0)', 'rgb(01,0,0)', 'rgba(1,2,3)', 'rgb(1,2)', 'rgb(\v1,2,3)'],
  ssn: ['123456789', '123-456789', '123-45-678a', ''],
  uri: [
    ...[
      '',
      'x',
      'a?b',
      ':x',
      '1x://a',
      '/a%zz',
      'http://a b/',
      'http://a#b/',
      'http://a%20b/',
      'ftp://a:x/',
      '/\u007f',
    ],
    ...[
      'http://[1.2.3.4]/',
      'http://[::1/',
      'http://a[::1]/',
      'http://[::1%25]/',
      'http://[::1%25%41%zz]/',
      'http://a\\@b/',
    ],
  ],
  uuid: ['', '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6', '9b1deb4d--3b7d-4bad-9bdd-2b0d7b3dcb6d'],
  uuid3: ['9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'],
  uuid4: ['9b1deb4d-3b7d-4bad-0bdd-2b0d7b3dcb6d'],
  uuid5: ['9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'],
};

const rows = (texts: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(texts).flatMap(([format, each]) => each.map((text): [string, string] => [format, text]));

test.each(rows(TAKEN))('the API server takes for %s %j', (format, text) => {
  expect(formatProblem(format, text)).toBeUndefined();
});

test.each(rows(REFUSED))('the API server refuses for %s %j', (format, text) => {
  expect(formatProblem(format, text)).toMatch(/^is not .+: write one such as ".+"$/);
});

test('every format has texts here', () => {
  expect([Object.keys(TAKEN).sort(), Object.keys(REFUSED).sort()]).toEqual([STRING_FORMATS, STRING_FORMATS]);
});

test.each(STRING_FORMATS)('what is written for %s as an example is one', (format) => {
  const example = /such as "(.+)"$/.exec(formatProblem(format, '\u0000') ?? 'such as "any"')?.[1] ?? '';
  expect(formatProblem(format, example)).toBeUndefined();
});

test('formatProblem() says what to write', () => {
  expect(formatProblem('ipv4', '10.0.0.256')).toBe('is not an IPv4 address: write one such as "10.0.0.1"');
});

test.each(['int32', 'int64', 'float', 'double', 'url', 'time', 'binary', '', 'Date', 'constructor'])(
  'the API server ignores the format %j',
  (format) => {
    expect([isStringFormat(format), formatProblem(format, 'x')]).toEqual([false, undefined]);
  },
);

test('dashes in the name of a format do not count', () => {
  expect(['datetime', 'u-u-i-d', 'k8sshortname'].map((format) => formatProblem(format, '!') !== undefined)).toEqual([
    ...[true, true, true],
  ]);
});
