import type { PolicyRule } from '../manifest/kubernetes';
import type { Problems } from '../props/problem';
import type { Permissions } from './workload-props';

/** Finds the rules that the API server refuses. Source: ValidatePolicyRule in Kubernetes' rbac validation. */
export function checkPermissions(problems: Problems, { namespace, cluster }: Permissions): void {
  for (const [scope, rules] of Object.entries({ namespace, cluster })) {
    for (const [index, rule] of (rules ?? []).entries()) checkRule(problems.at(`${scope}[${index}]`), rule, scope);
  }
}

function checkRule(
  problems: Problems,
  { verbs, apiGroups, resources, nonResourceURLs }: PolicyRule,
  scope: string,
): void {
  const none = (list: readonly string[] | undefined): boolean => list === undefined || list.length === 0;
  if (none(verbs))
    problems.add('verbs', undefined, 'are missing: say what is allowed, such as ["get", "list", "watch"]');
  if (none(nonResourceURLs)) {
    if (none(apiGroups))
      problems.add('apiGroups', undefined, 'are missing: name them, [""] for pods, secrets and the like');
    if (none(resources)) problems.add('resources', undefined, 'are missing: name them in the plural, such as ["pods"]');
  } else if (scope === 'namespace') {
    problems.add('nonResourceURLs', undefined, 'belong to no namespace: give them in permissions.cluster');
  } else if (!none(apiGroups) || !none(resources)) {
    problems.add('nonResourceURLs', undefined, 'stand beside resources: make them a rule of their own');
  }
}
