import { ipAddressProblem } from '../../../manifest/ip-address';
import { dnsSubdomainProblem } from '../../../manifest/name';
import type { FieldRule, Rule } from '../../rule';

export const ipAddress: FieldRule<'PodDNSConfig.nameservers[]' | 'HostAlias.ip'> = {
  code: 'ip-address',
  severity: 'error',
  fields: ['PodDNSConfig.nameservers[]', 'HostAlias.ip'],
  summary: 'A name server and a host alias have an IP address, because a name would have to be looked up first.',
  mirrors: 'pkg/apis/core/validation/validation.go: IsValidIPForLegacyField',
  problem: ipAddressProblem,
};

export const hostAliasName: FieldRule<'HostAlias.hostnames[]'> = {
  code: 'host-alias-name',
  severity: 'error',
  fields: ['HostAlias.hostnames[]'],
  summary: 'The names of a host alias are DNS subdomains, because they go into /etc/hosts.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateHostAliases',
  problem: dnsSubdomainProblem,
};

export const dnsPolicyNone: Rule<'PodSpec'> = {
  code: 'dns-policy-none',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.dnsPolicy'],
  summary: 'With dnsPolicy "None" the pod names its own name servers, because it has no others.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodDNSConfig',
  check({ dnsPolicy, dnsConfig }, at, report) {
    if (dnsPolicy !== 'None' || (dnsConfig?.nameservers?.length ?? 0) > 0) return;
    report(at.field('dnsConfig').field('nameservers'), 'is missing, but dnsPolicy is "None"', 'name a server');
  },
};

const MAX_SERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_BYTES = 2048;

export const dnsLimits: Rule<'PodDNSConfig'> = {
  code: 'dns-limits',
  severity: 'error',
  on: 'PodDNSConfig',
  summary: 'A pod has at most 3 name servers and 32 search domains of 2048 characters, because libc reads no more.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodDNSConfig',
  check({ nameservers = [], searches = [], options = [] }, at, report) {
    if (nameservers.length > MAX_SERVERS) {
      report(at.field('nameservers'), `has ${nameservers.length} items; ${MAX_SERVERS} fit`, 'keep the first');
    }
    if (searches.length > MAX_SEARCHES) {
      report(at.field('searches'), `has ${searches.length} items; ${MAX_SEARCHES} fit`, 'keep the first');
    }
    const bytes = Buffer.byteLength(searches.join(' '));
    if (bytes > MAX_SEARCH_BYTES) {
      report(at.field('searches'), `has ${bytes} characters; ${MAX_SEARCH_BYTES} fit`, 'keep the first');
    }
    for (const [index, { name = '' }] of options.entries()) {
      if (name === '') report(at.field('options').item(index).field('name'), 'is missing', 'name the option');
    }
  },
};

const MAX_SUBDOMAIN = 253;
const LABEL = String.raw`_?[a-z\d]([-_a-z\d]*[a-z\d])?`;
const SEARCH = new RegExp(String.raw`^${LABEL}(\.${LABEL})*$`);

export const dnsSearch: FieldRule<'PodDNSConfig.searches[]'> = {
  code: 'dns-search',
  severity: 'error',
  fields: ['PodDNSConfig.searches[]'],
  summary: 'A search domain is a DNS name, which may have "_" and a "." at its end.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodDNSConfig',
  problem(search) {
    if (search === '.') return undefined;
    const domain = search.endsWith('.') ? search.slice(0, -1) : search;
    if (SEARCH.test(domain) && domain.length <= MAX_SUBDOMAIN) return undefined;
    return 'is not a DNS domain: write one such as "shop.svc.cluster.local"';
  },
};
