import { validate } from '../../../../src/validate/validate';

// Made for this test: `openssl req -x509 -newkey ed25519 -nodes -days 3650 -subj /CN=shop.example.com`.
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBSjCB/aADAgECAhRgLMaUVOanC0tSUSzjNC7SmSe2jTAFBgMrZXAwGzEZMBcG
A1UEAwwQc2hvcC5leGFtcGxlLmNvbTAeFw0yNjEyMDEwMzM3MjBaFw0zNjExMjgw
MzM3MjBaMBsxGTAXBgNVBAMMEHNob3AuZXhhbXBsZS5jb20wKjAFBgMrZXADIQBo
i3IVc4zZb3RDJrKiS9lpNdVa3YCOXyk3L+yoNUCCV6NTMFEwHQYDVR0OBBYEFPIC
XFKkxjMdtBPn8vhuTRBaglOFMB8GA1UdIwQYMBaAFPICXFKkxjMdtBPn8vhuTRBa
glOFMA8GA1UdEwEB/wQFMAMBAf8wBQYDK2VwA0EAO8n7vitZyefuheOj5ziObiXn
r9V+X6WNnXmsmYccaye3if3oyeFTGOTGq3nRzIXBDt1dW/TFC7a0jpHzLXnlDw==
-----END CERTIFICATE-----
`;
const KEY = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIL2JIhPvVEamkdCF2eOl327vXpzgBRI/6al2fpfqiFgK
-----END PRIVATE KEY-----
`;
const OTHER_KEY = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJT0I1N6pvT/ogKyEgvJtflTcGG+qVqzOe/njGLh3hDR
-----END PRIVATE KEY-----
`;

function found(certificate: string, key: string): readonly string[] {
  const data = Object.entries({ 'tls.crt': certificate, 'tls.key': key }).map(([name, text]) => [name, btoa(text)]);
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'shop' }, type: 'kubernetes.io/tls' };
  return validate([{ ...secret, data: Object.fromEntries(data) as unknown }]).map(
    ({ path, message }) => `${path} ${message}`,
  );
}

test.each([
  ['a pair', CERTIFICATE, KEY, []],
  ['a chain', CERTIFICATE + CERTIFICATE, KEY, []],
  ['nothing yet', '', '', []],
  ['the key of another certificate', CERTIFICATE, OTHER_KEY, ['data["tls.key"] is not the key of the certificate']],
  [
    'the two the wrong way round',
    KEY,
    CERTIFICATE,
    ['data["tls.crt"] is no certificate in PEM', 'data["tls.key"] is no private key in PEM'],
  ],
  ['a key alone', '', KEY, ['data["tls.crt"] is no certificate in PEM']],
  ['a certificate that is cut off', CERTIFICATE.slice(0, 200), KEY, ['data["tls.crt"] is no certificate in PEM']],
])('%s', (_, certificate, key, issues) => {
  expect(found(certificate, key)).toEqual(issues);
});
