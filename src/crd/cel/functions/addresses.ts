import { ipVersion } from '../../../manifest/ip-address';
import type { FunctionTable } from '../signature';
import { fail, type Opaque } from '../value';

interface Address {
  readonly version: 4 | 6;
  readonly bits: bigint;
}

interface Range extends Address {
  readonly length: number;
}

const WIDTH = { 4: 32, 6: 128 } as const;

/** Not with a zone, nor one of version 4 that is written in version 6. */
function parseAddress(text: string): Address | undefined {
  const version = ipVersion(text, 'strict');
  if (version === undefined) return undefined;
  const bits = version === 4 ? bitsOf4(text) : bitsOf6(text);
  return version === 6 && bits >> 32n === 0xffffn ? undefined : { version, bits };
}

function bitsOf4(text: string): bigint {
  return text.split('.').reduce((bits, octet) => (bits << 8n) | BigInt(octet), 0n);
}

function bitsOf6(text: string): bigint {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const last = tail.includes('.') ? bitsOf4(tail) : undefined;
  const hex = (value: bigint) => value.toString(16);
  const plain = last === undefined ? text : `${text.slice(0, -tail.length)}${hex(last >> 16n)}:${hex(last & 0xffffn)}`;
  const [left = [], right] = plain.split('::').map((side) => side.split(':').filter((group) => group !== ''));
  const zeros = right === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...(right ?? [])].reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

function show({ version, bits }: Address): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((bits >> BigInt(112 - index * 16)) & 0xffffn).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}

function parseRange(text: string): Range | undefined {
  const [, base = '', digits] = /^([^/]*)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const address = digits === undefined ? undefined : parseAddress(base);
  return address && Number(digits) <= WIDTH[address.version] ? { ...address, length: Number(digits) } : undefined;
}

function network({ version, bits, length }: Range): bigint {
  const shift = BigInt(WIDTH[version] - length);
  return (bits >> shift) << shift;
}

function ip(address: Address): Opaque {
  return { kind: 'opaque', type: 'net.IP', identity: show(address), data: address };
}

function cidr(range: Range): Opaque {
  return { kind: 'opaque', type: 'net.CIDR', identity: `${show(range)}/${range.length}`, data: range };
}

const readIp = (text: string): Opaque => ip(parseAddress(text) ?? fail(`"${text}" is no IP address`));
const readCidr = (text: string): Opaque => cidr(parseRange(text) ?? fail(`"${text}" is no network address`));

const addressOf = ({ data }: Opaque): Address => data as Address;
const rangeOf = ({ data }: Opaque): Range => data as Range;

function containsIp(range: Opaque, address: Opaque): boolean {
  const [{ version, length, ...rest }, { version: other, bits }] = [rangeOf(range), addressOf(address)];
  return version === other && network({ version, length, bits }) === network({ version, length, ...rest });
}

function containsCidr(range: Opaque, other: Opaque): boolean {
  return rangeOf(range).length <= rangeOf(other).length && containsIp(range, other);
}

/** Whether the address is in one of these networks. */
const within = (...networks: readonly string[]) => {
  return (address: Opaque): boolean => networks.some((text) => containsIp(readCidr(text), address));
};

const isUnspecified = within('0.0.0.0/32', '::/128');
const isLoopback = within('127.0.0.0/8', '::1/128');
const isMulticast = within('224.0.0.0/4', 'ff00::/8');
const isLinkLocalMulticast = within('224.0.0.0/24');
const isLinkLocalUnicast = within('169.254.0.0/16', 'fe80::/10');
const isBroadcast = within('255.255.255.255/32');

export const ADDRESSES: FunctionTable = {
  'ip(string): net.IP': readIp,
  'isIP(string): bool': (text: string) => parseAddress(text) !== undefined,
  'ip.isCanonical(string): bool': (text: string) => readIp(text).identity === text,
  'string(net.IP): string': ({ identity }: Opaque) => identity,
  '<net.IP>.family(): int': (address: Opaque) => BigInt(addressOf(address).version),
  '<net.IP>.isUnspecified(): bool': isUnspecified,
  '<net.IP>.isLoopback(): bool': isLoopback,
  // In version 6 the last half of the first group is the scope, and the flags before it do not count.
  '<net.IP>.isLinkLocalMulticast(): bool': (address: Opaque) =>
    isLinkLocalMulticast(address) ||
    (addressOf(address).version === 6 && ((addressOf(address).bits >> 112n) & 0xff0fn) === 0xff02n),
  '<net.IP>.isLinkLocalUnicast(): bool': isLinkLocalUnicast,
  '<net.IP>.isGlobalUnicast(): bool': (address: Opaque) =>
    ![isUnspecified, isLoopback, isMulticast, isLinkLocalUnicast, isBroadcast].some((isSpecial) => isSpecial(address)),
  'cidr(string): net.CIDR': readCidr,
  'isCIDR(string): bool': (text: string) => parseRange(text) !== undefined,
  'string(net.CIDR): string': ({ identity }: Opaque) => identity,
  '<net.CIDR>.containsIP(string): bool': (range: Opaque, text: string) => containsIp(range, readIp(text)),
  '<net.CIDR>.containsIP(net.IP): bool': containsIp,
  '<net.CIDR>.containsCIDR(string): bool': (range: Opaque, text: string) => containsCidr(range, readCidr(text)),
  '<net.CIDR>.containsCIDR(net.CIDR): bool': containsCidr,
  '<net.CIDR>.ip(): net.IP': (range: Opaque) => ip({ version: rangeOf(range).version, bits: rangeOf(range).bits }),
  '<net.CIDR>.prefixLength(): int': (range: Opaque) => BigInt(rangeOf(range).length),
  '<net.CIDR>.masked(): net.CIDR': (range: Opaque) => cidr({ ...rangeOf(range), bits: network(rangeOf(range)) }),
};
