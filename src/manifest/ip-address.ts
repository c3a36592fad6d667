/** How strictly to read: `loose` takes zeros before a number, as Go did until 1.17, and Kubernetes' own parser still does. */
export type IpReading = 'strict' | 'loose';

/**
 * Which sort of IP address a text is, as Go's `net.ParseIP` reads it; undefined for none. An address with a zone is none. What is
 * written with a colon is version 6, even where it maps an address of version 4 (`::ffff:10.0.0.1`).
 *
 * @example ipVersion('fe80::1', 'strict') // 6
 */
export function ipVersion(text: string, reading: IpReading): 4 | 6 | undefined {
  if (V4[reading].test(text)) return 4;
  return text.includes(':') && isVersion6(text, reading) ? 6 : undefined;
}

const OCTET = String.raw`(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const V4: Readonly<Record<IpReading, RegExp>> = {
  strict: new RegExp(String.raw`^${OCTET}(\.${OCTET}){3}$`),
  loose: new RegExp(String.raw`^0*${OCTET}(\.0*${OCTET}){3}$`),
};
const GROUP: Readonly<Record<IpReading, RegExp>> = { strict: /^[\da-f]{1,4}$/i, loose: /^0*[\da-f]{1,4}$/i };

function isVersion6(text: string, reading: IpReading): boolean {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const endsInV4 = tail.includes('.');
  if (endsInV4 && !V4[reading].test(tail)) return false;
  // An address of version 4 at the end takes the room of two groups.
  const groups = endsInV4 ? `${text.slice(0, -tail.length)}0:0` : text;
  const [left = '', right, more] = groups.split('::');
  const all = [left, right ?? ''].flatMap((side) => (side === '' ? [] : side.split(':')));
  if (more !== undefined || !all.every((group) => GROUP[reading].test(group))) return false;
  return right === undefined ? all.length === 8 : all.length < 8;
}

/**
 * What is wrong with an IP address, as a phrase that continues `<prop> "<value>" `, or undefined. As in the older fields of
 * Kubernetes, numbers may have leading zeros (ParseIPSloppy of k8s.io/utils), which some programs read as octal.
 *
 * @example ipAddressProblem('10.0.0.256') // 'is not an IP address: write one such as "10.9.8.7" or "2001:db8::1"'
 */
export function ipAddressProblem(text: string): string | undefined {
  return ipVersion(text, 'loose') !== undefined
    ? undefined
    : 'is not an IP address: write one such as "10.9.8.7" or "2001:db8::1"';
}

/**
 * The same where the address is a name, and has to be written in the one way of RFC 5952.
 *
 * @example canonicalIpAddressProblem('2001:DB8::1') // 'is not in canonical form: write "2001:db8::1"'
 */
export function canonicalIpAddressProblem(text: string): string | undefined {
  const problem = ipAddressProblem(text);
  if (problem !== undefined) return problem;
  const plain = withoutLeadingZeros(text);
  const canonical = ipVersion(plain, 'strict') === 4 ? plain : new URL(`http://[${plain}]`).hostname.slice(1, -1);
  if (MAPPED.test(canonical)) return 'is an IPv4 address in IPv6: write it as IPv4';
  return text === canonical ? undefined : `is not in canonical form: write "${canonical}"`;
}

const MAPPED = /^::ffff:[\da-f]+:[\da-f]+$/;

function withoutLeadingZeros(text: string): string {
  return text.replace(/(^|[.:])0+(?=[\da-f])/gi, '$1');
}
