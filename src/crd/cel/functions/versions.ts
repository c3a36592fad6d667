import { parseSemanticVersion } from '../../../values/semantic-version';
import type { FunctionTable } from '../signature';
import { fail, MAX_UINT, type Opaque } from '../value';

interface Version {
  readonly numbers: readonly bigint[];
  readonly prerelease: readonly string[];
}

function parse(text: string): Version | undefined {
  const version = parseSemanticVersion(text);
  if (version === undefined) return undefined;
  const numbers = version.numbers.map(BigInt);
  const all = [...numbers, ...version.prerelease.filter((part) => /^\d+$/.test(part)).map(BigInt)];
  return all.some((number) => number > MAX_UINT) ? undefined : { numbers, prerelease: version.prerelease };
}

/** Takes a "v" and zeros before a number away, and fills up to three numbers. */
function normalize(text: string): string | undefined {
  const [one = '', two, ...rest] = text.replace(/^v/, '').split('.');
  const parts = [one, ...(two === undefined ? [] : [two]), ...(rest.length > 0 ? [rest.join('.')] : [])].map((part) => {
    const short = part.length > 1 ? part.replace(/^0+/, '') : part;
    return short === part || /^\d/.test(short) ? short : `0${short}`;
  });
  if (parts.length < 3 && /[+-]/.test(parts[parts.length - 1] ?? '')) return undefined;
  return [...parts, '0', '0'].slice(0, 3).join('.');
}

function read(text: string, isLoose: boolean): Version | undefined {
  const plain = isLoose ? normalize(text) : text;
  return plain === undefined ? undefined : parse(plain);
}

function semver(text: string, isLoose = false): Opaque {
  const version = read(text, isLoose) ?? fail(`"${text}" is no version`);
  const identity = `${version.numbers.join('.')}-${version.prerelease.join('.')}`;
  return { kind: 'opaque', type: 'kubernetes.Semver', identity, data: version };
}

const versionOf = ({ data }: Opaque): Version => data as Version;

function compare(a: Opaque, b: Opaque): bigint {
  const [one, two] = [versionOf(a), versionOf(b)];
  for (const [index, number] of one.numbers.entries()) {
    const other = two.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1n : 1n;
  }
  if (one.prerelease.length === 0 || two.prerelease.length === 0) {
    return BigInt(Math.sign(two.prerelease.length - one.prerelease.length));
  }
  for (const [index, part] of one.prerelease.entries()) {
    const other = two.prerelease[index];
    if (other === undefined) return 1n;
    if (part !== other) return comparePart(part, other);
  }
  return one.prerelease.length < two.prerelease.length ? -1n : 0n;
}

function comparePart(a: string, b: string): bigint {
  const [isNumber, isOther] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber !== isOther) return isNumber ? -1n : 1n;
  const isLess = isNumber ? BigInt(a) < BigInt(b) : a < b;
  return isLess ? -1n : 1n;
}

const part = (index: number) => (value: Opaque) => versionOf(value).numbers[index] ?? 0n;

export const VERSIONS: FunctionTable = {
  'semver(string): kubernetes.Semver': (text: string) => semver(text),
  'semver(string, bool): kubernetes.Semver': semver,
  'isSemver(string): bool': (text: string) => read(text, false) !== undefined,
  'isSemver(string, bool): bool': (text: string, isLoose: boolean) => read(text, isLoose) !== undefined,
  '<kubernetes.Semver>.isGreaterThan(kubernetes.Semver): bool': (a: Opaque, b: Opaque) => compare(a, b) > 0n,
  '<kubernetes.Semver>.isLessThan(kubernetes.Semver): bool': (a: Opaque, b: Opaque) => compare(a, b) < 0n,
  '<kubernetes.Semver>.compareTo(kubernetes.Semver): int': compare,
  '<kubernetes.Semver>.major(): int': part(0),
  '<kubernetes.Semver>.minor(): int': part(1),
  '<kubernetes.Semver>.patch(): int': part(2),
};
