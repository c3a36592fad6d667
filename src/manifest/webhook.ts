import { dnsSubdomainProblem } from './name';
import { isRequestUri } from './request-uri';

/** The versions of the reviews that the API server sends to webhooks. */
export const REVIEW_VERSIONS: readonly string[] = ['v1', 'v1beta1'];

/**
 * What is wrong with the URL of a webhook, as a phrase, or undefined: the API server asks for HTTPS and a host, and for nothing that a
 * webhook would not see (ValidateWebhookURL of k8s.io/apiserver).
 *
 * @example webhookUrlProblem('http://converter.example.com') // 'is no HTTPS URL: write "https://", a host and a path'
 */
export function webhookUrlProblem(url: string): string | undefined {
  const [, address = '', fragment] = /^([^#]*)#?(.*)$/s.exec(url) ?? [];
  const [, authority = '', query] = /^[^:]*:\/\/([^/?]*)[^?]*\??(.*)$/s.exec(address) ?? [];
  if (!/^https:/i.test(url)) return `is no HTTPS URL: ${FORM}`;
  if (!isRequestUri(address)) return `is not written as a URL: ${FORM}`;
  if (authority === '') return `has no host: ${FORM}`;
  if (authority.includes('@')) return 'has a user: leave out what is before "@"';
  if (query) return 'has a query: leave out what is after "?"';
  return fragment ? 'has a fragment: leave out what is after "#"' : undefined;
}

const FORM = 'write "https://", a host and a path';

/**
 * What is wrong with the path of a webhook behind a Service, as a phrase, or undefined (ValidateWebhookService of k8s.io/apiserver).
 *
 * @example webhookPathProblem('convert') // 'does not begin with "/": write "/convert"'
 */
export function webhookPathProblem(path: string): string | undefined {
  if (path === '' || path === '/') return undefined;
  if (!path.startsWith('/')) return `does not begin with "/": write "/${path}"`;
  const steps = path
    .slice(1)
    .replace(/(?<=.)\/$/, '')
    .split('/');
  if (steps.includes('')) return 'has two "/" with nothing between them: write one';
  const wrong = steps.find((step) => dnsSubdomainProblem(step) !== undefined);
  return wrong === undefined ? undefined : `has "${wrong}", which ${dnsSubdomainProblem(wrong) ?? ''}`;
}
