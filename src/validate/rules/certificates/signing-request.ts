import { dnsLabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import type { FieldRule, Rule } from '../../rule';

const EXAMPLE = '"example.com/signer"';

export const signerName: FieldRule<'CertificateSigningRequestSpec.signerName'> = {
  code: 'signer-name',
  severity: 'error',
  fields: ['CertificateSigningRequestSpec.signerName'],
  summary: 'A signer has the name of a domain, "/" and a name of its own, because its domain says whose it is.',
  mirrors: 'pkg/apis/core/validation/names.go: ValidateSignerName',
  problem(name) {
    if (name === 'kubernetes.io/legacy-unknown') return `is of an older version: name another, such as ${EXAMPLE}`;
    const [domain = '', path, ...more] = name.split('/');
    if (path === undefined || more.length > 0) return `is not a domain, "/" and a name: write it as ${EXAMPLE}`;
    const labels = domain.split('.');
    const isDomain = labels.length > 1 && domain.length <= 253 && !labels.some(dnsLabelProblem);
    if (!isDomain) return `does not begin with a domain: write it as ${EXAMPLE}`;
    const isPath = path.length <= 317 && !path.split('.').some(dnsSubdomainProblem);
    return isPath ? undefined : `has no good name after "/": use lower-case letters, digits, "-" and "."`;
  },
};

export const certificateUsages: Rule<'CertificateSigningRequestSpec'> = {
  code: 'certificate-usages',
  severity: 'error',
  on: 'CertificateSigningRequestSpec',
  summary: 'A request for a certificate says what the certificate is for.',
  mirrors: 'pkg/apis/certificates/validation/validation.go: validateCertificateSigningRequest',
  check({ usages = [] }, at, report) {
    if (usages.length === 0) report(at.field('usages'), 'has no items', 'give some, such as "client auth"');
  },
};

const LEAST_SECONDS = 600;

export const certificateExpiration: FieldRule<'CertificateSigningRequestSpec.expirationSeconds'> = {
  code: 'certificate-expiration',
  severity: 'error',
  fields: ['CertificateSigningRequestSpec.expirationSeconds'],
  summary: 'A certificate is asked for ten minutes at least.',
  mirrors: 'pkg/apis/certificates/validation/validation.go: validateCertificateSigningRequest',
  problem: (seconds) =>
    seconds >= LEAST_SECONDS ? undefined : `is less than ten minutes: give ${LEAST_SECONDS} or more`,
};

export const certificateRequest: FieldRule<'CertificateSigningRequestSpec.request'> = {
  code: 'certificate-request',
  severity: 'error',
  fields: ['CertificateSigningRequestSpec.request'],
  summary: 'The request for a certificate is a PEM block of PKCS#10, in base64 once more.',
  mirrors: 'pkg/apis/certificates/helpers.go: ParseCSR',
  problem(request) {
    const text = Buffer.from(request, 'base64').toString('latin1');
    const [, body] = PEM.exec(text) ?? [];
    if (body !== undefined && isOneSequence(Buffer.from(body, 'base64'))) return undefined;
    return 'is no request: give the base64 of a file with "-----BEGIN CERTIFICATE REQUEST-----"';
  },
};

const PEM =
  /^-----BEGIN CERTIFICATE REQUEST-----[ \t\r]*\n(?:[^\n:]*:[^\n]*\n)*([A-Za-z\d+/=\s]*)-----END CERTIFICATE REQUEST-----/m;

/** Whether bytes are one sequence of ASN.1 in DER, and nothing behind it. What is in it, the server reads. */
function isOneSequence(bytes: Buffer): boolean {
  const [tag, first = 0] = bytes;
  if (tag !== 0x30) return false;
  if (first < 0x80) return bytes.length === 2 + first;
  const size = first - 0x80;
  return size >= 1 && size <= 4 && bytes.length > 2 + size && bytes.length === 2 + size + bytes.readUIntBE(2, size);
}
