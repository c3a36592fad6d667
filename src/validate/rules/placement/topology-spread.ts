import type { Rule } from '../../rule';

export const topologySpread: Rule<'TopologySpreadConstraint'> = {
  code: 'topology-spread',
  severity: 'error',
  on: 'TopologySpreadConstraint',
  summary: 'A spread constraint names a topologyKey and allows a skew; minDomains are for "DoNotSchedule" only.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateTopologySpreadConstraints',
  check({ maxSkew, topologyKey, minDomains, whenUnsatisfiable }, at, report) {
    if (maxSkew <= 0) report(at.field('maxSkew'), `${maxSkew} is not above 0`, 'give 1 or more');
    if (topologyKey === '') report(at.field('topologyKey'), 'is empty', 'name a label of nodes');
    if (minDomains === undefined) return;
    if (minDomains <= 0) report(at.field('minDomains'), `${minDomains} is not above 0`, 'give 1 or more');
    if (whenUnsatisfiable === 'DoNotSchedule') return;
    const message = `is there, but whenUnsatisfiable is "${whenUnsatisfiable}"`;
    report(at.field('minDomains'), message, 'take it away, or write "DoNotSchedule"');
  },
};
