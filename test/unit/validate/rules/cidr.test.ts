import { canonicalCidrProblem, isIn, isPartOf, readCidr, type Cidr } from '../../../../src/validate/rules/cidr';

describe('readCidr()', () => {
  test.each([
    ['10.0.0.0/8', 32, 0x0a000000n, 8],
    ['010.1.2.3/08', 32, 0x0a010203n, 8],
    ['::/0', 128, 0n, 0],
    ['2001:db8::1/64', 128, 0x20010db8n * 2n ** 96n + 1n, 64],
    ['1:2:3:4:5:6:7:8/128', 128, 0x00010002000300040005000600070008n, 128],
    ['64:ff9b::1.2.3.4/96', 128, 0x0064ff9bn * 2n ** 96n + 0x01020304n, 96],
  ] as const)('reads %s', (text, bits, address, length) => {
    expect(readCidr(text)).toEqual({ bits, address, length });
  });

  test.each([
    '10.0.0.0',
    '10.0.0.0/',
    '/8',
    '10.0.0.0/33',
    '::/129',
    '10.0.0/8',
    '10.0.0.0/+8',
    'fe80::%eth0/64',
    '1::2::/64',
  ])('refuses %s', (text) => expect(readCidr(text)).toBeUndefined());
});

describe('isPartOf()', () => {
  test.each([
    ['10.1.0.0/16', '10.0.0.0/8', true],
    ['10.1.2.3/16', '10.9.9.9/8', true],
    ['11.1.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.0/8', '10.0.0.0/8', false],
    ['2001:db8:1::/48', '2001:db8::/32', true],
    ['2001:db8::/48', '0.0.0.0/0', false],
    // An IPv4 address in IPv6 counts as IPv4, but the lengths count as they are written.
    ['::ffff:10.1.0.0/112', '10.0.0.0/8', true],
    ['10.1.0.0/16', '::ffff:10.0.0.0/104', false],
  ])('%s in %s: %s', (part, whole, expected) => {
    expect(isPartOf(readCidr(part) as Cidr, readCidr(whole) as Cidr)).toBe(expected);
  });
});

test.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['fe80::1', 'fe80::/10', true],
  ['::ffff:127.0.0.1', '127.0.0.0/8', true],
  ['127.0.0.1', '::/0', false],
])('%s is in %s: %s', (address, range, expected) => {
  expect(isIn(range, address)).toBe(expected);
});

test.each([
  ['10.0.0.0/8', undefined],
  ['fd00:1234::/112', undefined],
  ['10.0.0.1/8', 'has bits after its prefix: write 0 for them'],
  ['10.0.0.0/08', 'is not in canonical form: write "10.0.0.0/8"'],
  ['FD00::/8', 'is not in canonical form: write "fd00::/8"'],
  ['::ffff:10.0.0.0/104', 'is an IPv4 address in IPv6: write it as IPv4'],
  ['10.0.0.0', 'is not a range of IP addresses: write one such as "10.9.8.0/24" or "2001:db8::/64"'],
])('canonicalCidrProblem(%j)', (text, problem) => {
  expect(canonicalCidrProblem(text)).toBe(problem);
});
