import type { Rule } from '../../rule';

export const ignoredServiceField: Rule<'ServiceSpec'> = {
  code: 'ignored-service-field',
  severity: 'warning',
  on: 'ServiceSpec',
  needs: [
    'ServiceSpec.externalIPs',
    'ServiceSpec.externalName',
    'ServiceSpec.loadBalancerIP',
    'ServiceSpec.sessionAffinity',
  ],
  summary: 'A Service says nothing that its type ignores: the field has no effect, and whoever wrote it expects one.',
  mirrors: 'pkg/api/service/warnings.go: GetWarningsForService',
  check(
    { type = 'ClusterIP', clusterIP, externalIPs = [], externalName, loadBalancerIP, sessionAffinity },
    at,
    report,
  ) {
    const fix = 'take it away';
    if (type === 'ClusterIP' && clusterIP === 'None') {
      const has = 'does nothing without a cluster IP';
      if ((loadBalancerIP ?? '') !== '') report(at.field('loadBalancerIP'), has, fix);
      if (externalIPs.length > 0) report(at.field('externalIPs'), has, fix);
      if (sessionAffinity === 'ClientIP') report(at.field('sessionAffinity'), has, fix);
    }
    if (type === 'ExternalName') {
      if (externalIPs.length > 0) report(at.field('externalIPs'), `does nothing in a Service of type ${type}`, fix);
    } else if ((externalName ?? '') !== '') {
      report(
        at.field('externalName'),
        `does nothing in a Service of type ${type}`,
        'write type: ExternalName, or take it away',
      );
    }
  },
};
