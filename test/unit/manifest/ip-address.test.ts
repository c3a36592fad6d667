import { canonicalIpAddressProblem, ipAddressProblem } from '../../../src/manifest/ip-address';

test.each([
  '10.9.8.7',
  '010.009.008.007',
  '::',
  '::1',
  '2001:DB8::1',
  '00001::1',
  '1:2:3:4:5:6:7:8',
  '::ffff:1.2.3.4',
  '::1.2.3.04',
])('%p is an IP address', (text) => {
  expect(ipAddressProblem(text)).toBeUndefined();
});

test.each([
  '',
  ':',
  'db',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '1.2.3.4/24',
  '0x1.1.1.1',
  'fe80::1%eth0',
  '12345::',
  '1::2::3',
])('%p is none', (text) => {
  expect(ipAddressProblem(text)).toMatch(/^is not an IP address: /);
});

test.each(['10.9.8.7', '2001:db8::1', '::1', '::ffff:0:102:304', '::ffff:1:2:3'])('%p is canonical', (text) => {
  expect(canonicalIpAddressProblem(text)).toBeUndefined();
});

test.each([
  ['10.9.8.07', 'is not in canonical form: write "10.9.8.7"'],
  ['2001:DB8:0::1', 'is not in canonical form: write "2001:db8::1"'],
  ['::ffff:1.2.3.4', 'is an IPv4 address in IPv6: write it as IPv4'],
  ['db', 'is not an IP address: write one such as "10.9.8.7" or "2001:db8::1"'],
])('%p %s', (text, problem) => {
  expect(canonicalIpAddressProblem(text)).toBe(problem);
});
