import { canonicalIpAddressProblem, ipAddressProblem } from '../../manifest/ip-address';
import { remember } from '../../values/remember';

/** An IP address as a number, and of how many bits it is one. */
export interface Address {
  readonly bits: 32 | 128;
  readonly address: bigint;
}

/** A range of IP addresses: those that have the first `length` bits of this one. */
export interface Cidr extends Address {
  readonly length: number;
}

/**
 * Reads a range as the older fields of Kubernetes do: with leading zeros, and with bits after the prefix (ParseCIDRSloppy of
 * k8s.io/utils).
 *
 * @example readCidr('10.0.0.0/8') // { bits: 32, address: 0x0a000000n, length: 8 }
 */
export const readCidr: (text: string) => Cidr | undefined = remember((text) => {
  const slash = text.indexOf('/');
  const address = text.slice(0, slash);
  const length = text.slice(slash + 1);
  if (slash < 0 || !/^\d+$/.test(length) || ipAddressProblem(address) !== undefined) return undefined;
  const bits = address.includes(':') ? 128 : 32;
  return Number(length) <= bits ? { bits, address: numberOf(address), length: Number(length) } : undefined;
});

/** The number of an address and how many bits it has, or undefined when it is none. IPv4 in IPv6 counts as IPv4. */
export function readAddress(text: string): Address | undefined {
  const cidr = readCidr(`${text}/0`);
  return cidr && withoutMapping(cidr);
}

/** What is wrong with a range, as a phrase, or undefined. */
export function cidrProblem(text: string): string | undefined {
  if (readCidr(text) !== undefined) return undefined;
  return 'is not a range of IP addresses: write one such as "10.9.8.0/24" or "2001:db8::/64"';
}

/**
 * The same for the newer fields, which take one spelling of a range only.
 *
 * @example canonicalCidrProblem('10.9.8.7/24') // 'has bits after its prefix: write 0 for them'
 */
export function canonicalCidrProblem(text: string): string | undefined {
  const cidr = readCidr(text);
  if (cidr === undefined) return cidrProblem(text);
  const [address = '', length = ''] = text.split('/');
  const problem = canonicalIpAddressProblem(address);
  // The address that it tells to write is that of a range.
  if (problem !== undefined) return problem.replace(/"$/, `/${cidr.length}"`);
  if (String(cidr.length) !== length) return `is not in canonical form: write "${address}/${cidr.length}"`;
  return (cidr.address & ~maskOf(cidr)) === 0n ? undefined : 'has bits after its prefix: write 0 for them';
}

/** Whether all of a range is in another one, and that one is larger. */
export function isPartOf(part: Cidr, whole: Cidr): boolean {
  return part.length > whole.length && holds(withoutMapping(whole), withoutMapping(part));
}

/**
 * Whether an address is in a range. Both must be what they are called.
 *
 * @example isIn('10.0.0.0/8', '10.1.2.3') // true
 */
export function isIn(range: string, address: string): boolean {
  const [whole, part] = [readCidr(range), readAddress(address)];
  return whole !== undefined && part !== undefined && holds(whole, part);
}

function holds(whole: Cidr, { bits, address }: Address): boolean {
  return bits === whole.bits && ((address ^ whole.address) & maskOf(whole)) === 0n;
}

/** The bits of the family that a range is of: one of IPv4 addresses in IPv6 is of IPv4. */
export function familyOf(cidr: Cidr): Address['bits'] {
  return cidr.length < MAPPED ? cidr.bits : withoutMapping(cidr).bits;
}

/** The bits before an IPv4 address in IPv6. */
const MAPPED = 96;

/** An IPv4 range for one of IPv4 addresses in IPv6, which count as the same. */
function withoutMapping(cidr: Cidr): Cidr {
  const { bits, address, length } = cidr;
  if (bits === 32 || address >> 32n !== 0xffffn) return cidr;
  return { bits: 32, address: address & 0xffffffffn, length: Math.max(length - MAPPED, 0) };
}

function maskOf({ bits, length }: Cidr): bigint {
  const all = (1n << BigInt(bits)) - 1n;
  return all ^ (all >> BigInt(length));
}

/** The number of an address that is one. */
function numberOf(address: string): bigint {
  const [, groups = '', octets] = /^(.*?)(\d+\.\d+\.\d+\.\d+)?$/.exec(address) ?? [];
  const tail = octets === undefined ? 0n : join(octets.split('.'), 10, 8n);
  if (groups === '') return tail;
  const [before = '', after] = `${groups}${octets === undefined ? '' : '0:0'}`.split('::');
  const [first, last] = [wordsOf(before), wordsOf(after ?? '')];
  const zeros = Array<string>(8 - first.length - last.length).fill('0');
  return join([...first, ...zeros, ...last], 16, 16n) | tail;
}

function wordsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

function join(digits: readonly string[], base: number, width: bigint): bigint {
  return digits.reduce((number, digit) => (number << width) | BigInt(Number.parseInt(digit, base)), 0n);
}
