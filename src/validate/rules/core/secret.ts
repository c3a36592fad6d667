import type { KeyObject, X509Certificate } from 'node:crypto';
import type { Secret } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';

export const secretType: Rule<'Secret'> = {
  code: 'secret-type',
  severity: 'error',
  on: 'Secret',
  summary: 'A Secret of a type of Kubernetes has the keys of that type, because programs look for them.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateSecret',
  check(secret, at, report) {
    checks.get(secret.type ?? '')?.(secret, at, report);
  },
};

export const tlsKeyPair: Rule<'Secret'> = {
  code: 'tls-key-pair',
  severity: 'warning',
  on: 'Secret',
  summary:
    'A TLS Secret has a certificate and its private key, both in PEM, or servers refuse it, and use one that nobody trusts.',
  mirrors: 'pkg/registry/core/secret/strategy.go: warningsForSecret',
  check(secret, at, report) {
    if (secret.type !== 'kubernetes.io/tls') return;
    const [certificate, key] = [pemOf(secret, 'tls.crt'), pemOf(secret, 'tls.key')];
    // Empty ones are there to be filled.
    if (certificate === undefined || key === undefined || certificate.text + key.text === '') return;
    const [parsed, own] = [readCertificate(certificate.text), readKey(key.text)];
    if (parsed === undefined)
      report(certificate.at(at), 'is no certificate in PEM', 'give what begins with "-----BEGIN CERTIFICATE-----"');
    if (own === undefined)
      report(key.at(at), 'is no private key in PEM', 'give what begins with "-----BEGIN PRIVATE KEY-----"');
    if (parsed === undefined || own === undefined || parsed.checkPrivateKey(own)) return;
    report(key.at(at), 'is not the key of the certificate', 'give the key with which it was made');
  },
};

type Check = (secret: Secret, at: Path, report: Report) => void;

const SERVICE_ACCOUNT = 'kubernetes.io/service-account.name';

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['kubernetes.io/tls', checkTls],
  ['kubernetes.io/basic-auth', checkBasicAuth],
  ['kubernetes.io/ssh-auth', checkSshAuth],
  ['kubernetes.io/dockercfg', checkJson('.dockercfg')],
  ['kubernetes.io/dockerconfigjson', checkJson('.dockerconfigjson')],
  ['kubernetes.io/service-account-token', checkServiceAccount],
]);

function checkTls(secret: Secret, at: Path, report: Report): void {
  for (const key of ['tls.crt', 'tls.key']) {
    if (fieldOf(secret, key) === undefined) reportMissing(secret, at, report, `"${key}"`);
  }
}

function checkBasicAuth(secret: Secret, at: Path, report: Report): void {
  if (['username', 'password'].some((key) => fieldOf(secret, key) !== undefined)) return;
  reportMissing(secret, at, report, '"username" or "password"');
}

function checkSshAuth(secret: Secret, at: Path, report: Report): void {
  const key = 'ssh-privatekey';
  const field = fieldOf(secret, key);
  if (field === undefined) reportMissing(secret, at, report, `"${key}"`);
  else if (bytesOf(secret, field, key).length === 0)
    report(at.field(field).field(key), 'is empty', 'give the private key');
}

function checkJson(key: string): Check {
  return (secret, at, report) => {
    const field = fieldOf(secret, key);
    if (field === undefined) {
      reportMissing(secret, at, report, `"${key}"`);
      return;
    }
    const bytes = bytesOf(secret, field, key);
    // As bytes, because what base64 holds need not be text.
    if (!isJsonObject(bytes.toString(field === 'data' ? 'latin1' : 'utf8')))
      report(at.field(field).field(key), 'is not a JSON object', 'give the file that "docker login" writes');
  };
}

function checkServiceAccount({ metadata }: Secret, at: Path, report: Report): void {
  if ((metadata?.annotations?.[SERVICE_ACCOUNT] ?? '') !== '') return;
  report(
    at.field('metadata'),
    `has no annotation "${SERVICE_ACCOUNT}"`,
    'name the ServiceAccount that the token is for',
  );
}

function reportMissing({ type }: Secret, at: Path, report: Report, keys: string): void {
  report(at, `has no key ${keys} in its data, and its type is "${type}"`, 'add it, or leave the type out');
}

/** The field that says the value of a key, or undefined for none. */
function fieldOf({ data, stringData }: Secret, key: string): 'data' | 'stringData' | undefined {
  if (Object.hasOwn(stringData ?? {}, key)) return 'stringData';
  return Object.hasOwn(data ?? {}, key) ? 'data' : undefined;
}

function bytesOf(secret: Secret, field: 'data' | 'stringData', key: string): Buffer {
  return Buffer.from(secret[field]?.[key] ?? '', field === 'data' ? 'base64' : 'utf8');
}

function pemOf(secret: Secret, key: string): { readonly text: string; readonly at: (at: Path) => Path } | undefined {
  const field = fieldOf(secret, key);
  return field && { text: bytesOf(secret, field, key).toString(), at: (at) => at.field(field).field(key) };
}

function readCertificate(pem: string): X509Certificate | undefined {
  return attempt(() => new (crypto().X509Certificate)(pem));
}

function readKey(pem: string): KeyObject | undefined {
  return attempt(() => crypto().createPrivateKey(pem));
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Loaded for who has such a Secret. */
function crypto(): typeof import('node:crypto') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as above
  return require('node:crypto') as typeof import('node:crypto');
}

/** Whether Go reads the text as a map, as which null counts too. */
function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
