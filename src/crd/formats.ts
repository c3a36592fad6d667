import { isEmailAddress } from './email-address';
import { ipVersion } from '../manifest/ip-address';
import { once } from '../values/once';
import { isRequestUri } from '../manifest/request-uri';
import { isDate } from '../manifest/timestamp';
import { isDateTime, isDuration } from './time-text';

/**
 * What the API server has against a string for its `format` in a CRD's schema, as a phrase that continues `<path> `, or undefined.
 * The rules are those of Kubernetes 1.35 (k8s.io/kube-openapi/pkg/validation/strfmt), however loose: `duration` takes `5 days`, and
 * `ipv4` takes `010.0.0.1`.
 *
 * A format that it does not know, it ignores, and so does this. It knows none for numbers: `int32` is a comment. The dashes in
 * the name of a format do not count: `datetime` is `date-time`.
 *
 * @example formatProblem('ipv4', '10.0.0.256') // 'is not an IPv4 address: write one such as "10.0.0.1"'
 */
export function formatProblem(format: string, value: string): string | undefined {
  const known = BY_NAME.get(plainName(format));
  return known === undefined || known.fits(value)
    ? undefined
    : `is not ${known.what}: write one such as "${known.such}"`;
}

/** Whether the API server knows a format, and so checks strings against it. */
export function isStringFormat(format: string): boolean {
  return BY_NAME.has(plainName(format));
}

interface Format {
  /** Continues `is not `. */
  readonly what: string;
  readonly such: string;
  readonly fits: (text: string) => boolean;
}

const matches =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

const BYTE = String.raw`[\t\n\f\r ]*(0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])[\t\n\f\r ]*`;
const NAME = '[a-z\\d]([-a-z\\d]*[a-z\\d])?';

const FORMATS: Readonly<Record<string, Format>> = {
  bsonobjectid: { what: 'a BSON ObjectId', such: '507f1f77bcf86cd799439011', fits: matches(/^[\da-f]{24}$/i) },
  byte: {
    what: 'base64 with its padding',
    such: 'aGVsbG8=',
    fits: matches(/^([a-z\d+/]{4})*([a-z\d+/]{2}==|[a-z\d+/]{3}=|[a-z\d+/]{4})$/i),
  },
  cidr: { what: 'a CIDR range', such: '10.0.0.0/8', fits: isCidr },
  creditcard: { what: 'a credit card number', such: '4111 1111 1111 1111', fits: isCreditCard },
  date: { what: 'a date', such: '2026-01-31', fits: isDate },
  'date-time': { what: 'a date with a time', such: '2026-01-31T20:15:00Z', fits: isDateTime },
  duration: { what: 'a duration', such: '1h30m', fits: isDuration },
  email: { what: 'an email address', such: 'ada@example.com', fits: isEmailAddress },
  hexcolor: { what: 'a hexadecimal color', such: '#ff8800', fits: matches(/^#?([\da-f]{3}|[\da-f]{6})$/i) },
  hostname: { what: 'a host name', such: 'shop.example.com', fits: isHostName },
  ipv4: {
    what: 'an IPv4 address',
    such: '10.0.0.1',
    fits: (text) => text.includes('.') && ipVersion(text, 'loose') !== undefined,
  },
  ipv6: { what: 'an IPv6 address', such: '2001:db8::1', fits: (text) => ipVersion(text, 'strict') === 6 },
  isbn: { what: 'an ISBN', such: '978-0-321-75104-1', fits: (text) => isIsbn10(text) || isIsbn13(text) },
  isbn10: { what: 'an ISBN of 10 digits', such: '0-321-75104-3', fits: isIsbn10 },
  isbn13: { what: 'an ISBN of 13 digits', such: '978-0-321-75104-1', fits: isIsbn13 },
  'k8s-long-name': {
    what: 'a DNS subdomain',
    such: 'shop.example.com',
    fits: (text) => text.length <= 253 && LONG_NAME.test(text),
  },
  'k8s-short-name': {
    what: 'a DNS label',
    such: 'my-shop',
    fits: (text) => text.length <= 63 && SHORT_NAME.test(text),
  },
  mac: { what: 'a MAC address', such: '00:00:5e:00:53:01', fits: isMac },
  password: { what: 'a password', such: '', fits: () => true },
  rgbcolor: {
    what: 'an RGB color',
    such: 'rgb(255, 136, 0)',
    fits: matches(new RegExp(`^rgb\\(${BYTE},${BYTE},${BYTE}\\)$`)),
  },
  // Eleven characters, so both separators are there.
  ssn: { what: 'a U.S. social security number', such: '123-45-6789', fits: matches(/^\d{3}[- ]\d{2}[- ]\d{4}$/) },
  uri: { what: 'a URI', such: 'https://example.com/', fits: isRequestUri },
  uuid: uuid('a UUID', '[\\da-f]', '[\\da-f]'),
  uuid3: uuid('a UUID of version 3', '3', '[\\da-f]'),
  uuid4: uuid('a UUID of version 4', '4', '[89ab]'),
  uuid5: uuid('a UUID of version 5', '5', '[89ab]'),
};

/** The formats that the API server checks strings against, as they are commonly spelled. */
export const STRING_FORMATS: readonly string[] = Object.keys(FORMATS);

const BY_NAME: ReadonlyMap<string, Format> = new Map(
  Object.entries(FORMATS).map(([name, format]) => [plainName(name), format]),
);

function plainName(format: string): string {
  return format.replaceAll('-', '');
}

const SHORT_NAME = new RegExp(`^${NAME}$`);
const LONG_NAME = new RegExp(`^${NAME}(\\.${NAME})*$`);

function uuid(what: string, version: string, variant: string): Format {
  const pattern = `^[\\da-f]{8}-?[\\da-f]{4}-?${version}[\\da-f]{3}-?${variant}[\\da-f]{3}-?[\\da-f]{12}$`;
  const digit = { '3': '3', '5': '5' }[version] ?? '4';
  return { what, such: `9b1deb4d-3b7d-${digit}bad-9bdd-2b0d7b3dcb6d`, fits: matches(new RegExp(pattern, 'i')) };
}

function isCidr(text: string): boolean {
  const [, address = '', bits = ''] = /^([^/]*)\/(\d+)$/.exec(text) ?? [];
  const version = ipVersion(address, 'loose');
  return version !== undefined && Number(bits) <= (version === 4 ? 32 : 128);
}

/** Six, eight or twenty bytes, with ":", "-" or nothing between them, or in pairs with "." between. */
function isMac(text: string): boolean {
  const separator = /[:-]/.exec(text.charAt(2))?.[0] ?? '';
  const bytes = text.includes('.')
    ? text.split('.').flatMap((pair) => [pair.slice(0, 2), pair.slice(2)])
    : chunks(text, separator);
  return [6, 8, 20].includes(bytes.length) && bytes.every((byte) => /^[\da-f]{2}$/i.test(byte));
}

function chunks(text: string, separator: string): readonly string[] {
  return separator === '' ? (text.match(/..?/gs) ?? []) : text.split(separator);
}

const LABEL = '[a-zA-Z\\d\\p{S}\\p{L}]';
const DOMAIN = `(${LABEL}([a-zA-Z\\d\\p{S}\\p{L}-]{0,61}${LABEL})?\\.)+[a-zA-Z\\p{L}]{2,63}`;
/** To make it takes most of a millisecond. */
const hostName = once(() => new RegExp(`^(${LABEL}(-?${LABEL}{0,62})?|${DOMAIN})$`, 'u'));

/** Its rule for a name without a dot is odd: "-" can only be the second character. */
function isHostName(text: string): boolean {
  const bytes = (part: string): number => Buffer.byteLength(part);
  return hostName().test(text) && bytes(text) <= 255 && text.split('.').every((label) => bytes(label) <= 63);
}

function isIsbn10(text: string): boolean {
  const digits = withoutSeparators(text);
  const values = Array.from(digits, (digit) => (digit === 'X' ? 10 : Number(digit)));
  return /^\d{9}[\dX]$/.test(digits) && values.reduce((sum, value, index) => sum + (index + 1) * value, 0) % 11 === 0;
}

function isIsbn13(text: string): boolean {
  const digits = withoutSeparators(text);
  const sum = Array.from(digits, Number).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
  return /^\d{13}$/.test(digits) && sum % 10 === 0;
}

function withoutSeparators(text: string): string {
  return text.replace(/[\t\n\f\r -]+/g, '');
}

const CARD =
  /^(4\d{12}(\d{3})?|5[1-5]\d{14}|6(011|5\d\d)\d{12}|3[47]\d{13}|3(0[0-5]|[68]\d)\d{11}|(2131|1800|35\d{3})\d{11})$/;

/** The number of one of the large issuers, with whatever between its digits, and Luhn's check digit. */
function isCreditCard(text: string): boolean {
  const digits = text.replace(/\D+/g, '');
  const doubled = Array.from(digits, Number)
    .reverse()
    .map((digit, index) => digit * (index % 2 === 0 ? 1 : 2));
  const sum = doubled.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return CARD.test(digits) && sum % 10 === 0;
}
