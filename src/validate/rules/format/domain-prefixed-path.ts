import { dnsSubdomainProblem } from '../../../manifest/name';

/**
 * What is wrong with a path below a domain, as a phrase, or undefined (IsDomainPrefixedPath of k8s.io/apimachinery).
 *
 * @example domainPrefixedPathProblem('queue') // 'has no domain: write one and "/" before it, such as "example.com/queue"'
 */
export function domainPrefixedPathProblem(text: string): string | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return `has no domain: write one and "/" before it, such as "example.com/${text || 'queue'}"`;
  const domain = dnsSubdomainProblem(text.slice(0, slash));
  if (domain !== undefined) return `has a domain before "/" that ${domain}`;
  if (slash === text.length - 1) return 'has nothing after "/": add a name';
  // The server looks at the beginning only.
  return PATH.test(text.slice(slash + 1))
    ? undefined
    : 'has something after "/" that is not of a URL: use letters, digits, "-" and "/"';
}

const PATH = /^[\w\-./~%!$&'()*+,;=:]+$/;
