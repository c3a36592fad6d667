import type { Rule } from '../../rule';

export const roleRule: Rule<'PolicyRule'> = {
  code: 'role-rule',
  severity: 'error',
  on: 'PolicyRule',
  summary: 'A rule of a role has verbs, and either resources with their API groups or the URLs of a ClusterRole.',
  mirrors: 'pkg/apis/rbac/validation/validation.go: ValidatePolicyRule',
  check(rule, at, report, { object }) {
    const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule;
    if (verbs.length === 0) report(at.field('verbs'), 'has no items', 'give the verbs, such as "get"');
    if (nonResourceURLs.length > 0) {
      const here = at.field('nonResourceURLs');
      if (object.kind === 'Role') report(here, 'is for ClusterRoles', 'make a ClusterRole of it');
      else if (apiGroups.length + resources.length + resourceNames.length > 0) {
        report(here, 'is there beside resources', 'make two rules of it');
      }
      return;
    }
    if (apiGroups.length === 0) report(at.field('apiGroups'), 'has no items', 'give the groups; "" is that of pods');
    if (resources.length === 0) report(at.field('resources'), 'has no items', 'give the resources, such as "pods"');
  },
};

export const aggregationRule: Rule<'AggregationRule'> = {
  code: 'aggregation-rule',
  severity: 'error',
  on: 'AggregationRule',
  summary: 'A ClusterRole that is put together from others says from which.',
  mirrors: 'pkg/apis/rbac/validation/validation.go: ValidateClusterRole',
  check({ clusterRoleSelectors = [] }, at, report) {
    if (clusterRoleSelectors.length > 0) return;
    report(at.field('clusterRoleSelectors'), 'has no items', 'add a selector, or take aggregationRule away');
  },
};
