import type { Rule } from '../../rule';

export const unusedTlsHost: Rule<'IngressSpec'> = {
  code: 'unused-tls-host',
  severity: 'warning',
  on: 'IngressSpec',
  summary: 'A certificate in tls is for the host of a rule, or nobody is shown it.',
  check({ rules = [], tls = [] }, at, report) {
    if (tls.length === 0) return;
    const hosts = rules.map(({ host = '' }) => host);
    // A rule without a host is for all of them. What is no host at all is the matter of other rules.
    if (hosts.length === 0 || !hosts.every(isName)) return;
    tls.forEach(({ hosts: tlsHosts = [] }, index) => {
      // A certificate may be for more names than there are rules: one that the controller redirects from, such as "www".
      if (!tlsHosts.every((tlsHost) => isName(tlsHost) && !hosts.some((host) => isCovered(host, tlsHost)))) return;
      const fix = `write ${[...new Set(hosts)].slice(0, 3).join(' or ')}, or add a rule for it`;
      tlsHosts.forEach((tlsHost, place) => {
        report(at.field('tls').item(index).field('hosts').item(place), `"${tlsHost}" is the host of no rule`, fix);
      });
    });
  },
};

/** Whether it is a host name, with a wildcard or without, and neither an address nor nothing. */
function isName(host: string): boolean {
  return NAME.test(host);
}

const NAME = /^(?:\*\.)?(?:[a-z\d-]+\.)+[a-z][a-z\d-]*$/;

/** Whether requests for one host are for the other, too: "*" stands for one label. */
function isCovered(host: string, other: string): boolean {
  if (host === other) return true;
  const [first, rest] = host.startsWith('*') ? [other, host] : [host, other];
  return rest.startsWith('*.') && first.slice(first.indexOf('.')) === rest.slice(1);
}
