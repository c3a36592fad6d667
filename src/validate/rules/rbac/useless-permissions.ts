import type { PolicyRule } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import { groupOf } from '../../../manifest/object-key';
import { once } from '../../../values/once';
import type { Inventory } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule, Rule } from '../../rule';
import { builtInSchema } from '../../schema';

export const roleVerb: Rule<'PolicyRule'> = {
  code: 'role-verb',
  severity: 'warning',
  on: 'PolicyRule',
  summary: 'A verb of a role is one that requests have, or it grants nothing.',
  mirrors: 'k8s.io/apiserver/pkg/endpoints/request/requestinfo.go: NewRequestInfo',
  check({ verbs, apiGroups = [], nonResourceURLs }, at, report) {
    const known = nonResourceURLs === undefined ? VERBS : [...VERBS, ...VERBS_OF_HTTP];
    verbs.forEach((verb, index) => {
      // A custom resource may have verbs of its own. What is no group is one of none.
      if (known.includes(verb) || apiGroups.some((group) => isOfOthers(group))) return;
      const meant = OTHER_VERBS.get(verb.toLowerCase()) ?? didYouMean(verb, known);
      if (meant !== undefined) {
        report(at.field('verbs').item(index), `"${verb}" is a verb that no request has`, `did you mean "${meant}"?`);
      }
    });
  },
};

const VERBS: readonly string[] = [
  ...['*', 'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  ...['use', 'bind', 'escalate', 'impersonate', 'approve', 'sign', 'attest', 'proxy'],
];

/** Requests for a path that is no resource have the verb of HTTP. */
const VERBS_OF_HTTP: readonly string[] = ['head', 'options', 'post', 'put'];

/** What the verbs are called elsewhere. */
const OTHER_VERBS: ReadonlyMap<string, string> = new Map([
  ...['read', 'describe', 'view', 'head'].map((verb) => [verb, 'get'] as const),
  ...['write', 'edit', 'modify', 'put', 'replace'].map((verb) => [verb, 'update'] as const),
  ...['add', 'insert', 'post'].map((verb) => [verb, 'create'] as const),
  ['remove', 'delete'],
]);

function isOfOthers(group: string): boolean {
  return !knownResources().has(group) && groupMeant(group) === undefined;
}

export const roleGroup: Rule<'PolicyRule'> = {
  code: 'role-group',
  severity: 'warning',
  on: 'PolicyRule',
  summary:
    'An API group of a role is the group without its version, and that of Pods and Services is "", or it grants nothing.',
  mirrors: 'plugin/pkg/auth/authorizer/rbac/rbac.go: RuleAllows',
  check({ apiGroups = [] }, at, report) {
    apiGroups.forEach((group, index) => {
      const meant = groupMeant(group);
      if (meant === undefined) return;
      const fact = group.includes('/') ? 'has a version' : 'is no API group';
      // Who names the right one, too, has only left what was once there.
      if (!apiGroups.includes(meant))
        report(at.field('apiGroups').item(index), `"${group}" ${fact}`, `write "${meant}"`);
    });
  },
};

/** The group that was meant by what is none. */
function groupMeant(group: string): string | undefined {
  if (group === 'v1' || group === 'core' || group === 'core/v1') return '';
  const slash = group.indexOf('/');
  return slash < 0 ? undefined : group.slice(0, slash);
}

export const roleResource: Rule<'Role' | 'ClusterRole'> = {
  code: 'role-resource',
  severity: 'warning',
  on: ['Role', 'ClusterRole'],
  summary: 'A resource of a role is in one of its API groups, in small letters and the plural, or it grants nothing.',
  mirrors: 'plugin/pkg/auth/authorizer/rbac/rbac.go: RuleAllows',
  check({ rules }, at, report) {
    const known = knownResources();
    rules?.forEach(({ apiGroups = [], resources = [] }, rule) => {
      // Of custom resources nothing is known.
      if (apiGroups.length === 0 || apiGroups.some((group) => !known.has(group))) return;
      resources.forEach((text, index) => {
        const [resource = ''] = text.split('/');
        if (resource === '*' || apiGroups.some((group) => known.get(group)?.has(resource))) return;
        const groups = [...known].filter(([, names]) => names.has(resource)).map(([group]) => group);
        // Who grants it rightly as well has only left what once was right.
        if (rules.some((other) => groups.some((group) => isAbout(other, group, text)))) return;
        const here = apiGroups.flatMap((group) => [...(known.get(group)?.keys() ?? [])]);
        const meant = didYouMean(resource, here);
        if (groups.length === 0 && meant === undefined) return;
        const fix =
          groups.length > 0
            ? `write ${groups.map((group) => `"${group}"`).join(' or ')} in apiGroups`
            : `did you mean "${meant ?? ''}"?`;
        report(
          at.field('rules').item(rule).field('resources').item(index),
          `"${resource}" is no resource of ${apiGroups.map(groupName).join(' or ')}`,
          fix,
        );
      });
    });
  },
};

function isAbout({ apiGroups = [], resources = [] }: PolicyRule, group: string, resource: string): boolean {
  return (apiGroups.includes(group) || apiGroups.includes('*')) && resources.includes(resource);
}

/** The group of Pods and Services has no name. */
function groupName(group: string): string {
  return group === '' ? 'the core group ""' : `"${group}"`;
}

export const roleSubresource: Rule<'PolicyRule'> = {
  code: 'role-subresource',
  severity: 'warning',
  on: 'PolicyRule',
  summary:
    'What follows the "/" in a resource of a role is a part that requests name, such as "pods/log", or it grants nothing.',
  mirrors: 'plugin/pkg/auth/authorizer/rbac/rbac.go: RuleAllows',
  check({ apiGroups = [], resources = [] }, at, report) {
    resources.forEach((text, index) => {
      const slash = text.indexOf('/');
      if (slash < 0) return;
      const part = text.slice(slash + 1);
      const known = apiGroups.flatMap((group) => knownResources().get(group)?.get(text.slice(0, slash))?.parts ?? []);
      // The kubelet has parts of a node that the API server does not know, and each object has finalizers for who owns others.
      if (part === '*' || part === 'finalizers' || text.startsWith('nodes/') || known.includes(part)) return;
      const meant = didYouMean(part, known);
      if (meant === undefined) return;
      const fix = `write "${text.slice(0, slash)}/${meant}"`;
      report(at.field('resources').item(index), `"${text}" is a part that no object has`, fix);
    });
  },
};

export const roleOfCluster: AppRule = {
  code: 'role-of-cluster',
  severity: 'warning',
  on: 'the whole app',
  needs: ['Role'],
  summary:
    'A Role is about resources that are in a namespace, because it grants nothing outside its own: what is of the whole cluster is for a ClusterRole.',
  mirrors: 'pkg/registry/rbac/validation/rule.go: VisitRulesFor',
  check(inventory, report) {
    const granted = once(() => grantedToClusters(inventory));
    for (const item of inventory.ofKind('rbac.authorization.k8s.io/v1/Role')) {
      item.object.rules?.forEach(({ apiGroups = [], resources = [] }, rule) => {
        resources.forEach((resource, index) => {
          const [group = '', another] = apiGroups;
          const isOfCluster = knownResources().get(group)?.get(resource)?.isOfCluster === true;
          // The request for a namespace by its name is one in that namespace.
          if (resource === 'namespaces' || another !== undefined || !isOfCluster) return;
          // Who has a ClusterRole for it knows, and has left it here.
          if (granted().has(`${group}/${resource}`)) return;
          report(
            item,
            ROOT.field('rules').item(rule).field('resources').item(index),
            `"${resource}" is of the whole cluster, and a Role is for one namespace`,
            'grant them with a ClusterRole and a ClusterRoleBinding',
          );
        });
      });
    }
  },
};

/** What ClusterRoles of the app are about, as `group/resource`. */
function grantedToClusters(inventory: Inventory): ReadonlySet<string> {
  const granted = new Set<string>();
  for (const { object } of inventory.ofKind('rbac.authorization.k8s.io/v1/ClusterRole')) {
    for (const { apiGroups = [], resources = [] } of object.rules ?? []) {
      for (const group of apiGroups) for (const resource of resources) granted.add(`${group}/${resource}`);
    }
  }
  return granted;
}

export const roleResourceNames: Rule<'Role' | 'ClusterRole'> = {
  code: 'role-resource-names',
  severity: 'warning',
  on: ['Role', 'ClusterRole'],
  summary:
    'A rule with resourceNames has no verb "create", because the request to create an object does not have its name in its path yet.',
  mirrors: 'plugin/pkg/auth/authorizer/rbac/rbac.go: RuleAllows',
  check({ rules }, at, report) {
    rules?.forEach(({ apiGroups = [], verbs, resources = [], resourceNames = [] }, rule) => {
      // A part of an object, such as "pods/exec", is created below its name.
      if (resourceNames.length === 0 || resources.length === 0 || resources.some((text) => /[/*]/.test(text))) return;
      verbs.forEach((verb, index) => {
        if (verb !== 'create' && verb !== 'deletecollection') return;
        // Where another rule grants it, it does no harm here.
        const wanted = apiGroups.flatMap((group) => resources.map((resource) => [group, resource, verb] as const));
        if (wanted.every((each) => rules.some((other) => grants(other, each)))) return;
        const fix = `grant "${verb}" in a rule of its own, without resourceNames`;
        report(
          at.field('rules').item(rule).field('verbs').item(index),
          `"${verb}" is of no use with resourceNames`,
          fix,
        );
      });
    });
  },
};

/** Whether a rule grants a verb for a resource of whatever name. */
function grants(
  { apiGroups = [], resources = [], resourceNames = [], verbs }: PolicyRule,
  [group, resource, verb]: readonly [group: string, resource: string, verb: string],
): boolean {
  const has = (list: readonly string[], text: string): boolean => list.includes(text) || list.includes('*');
  return resourceNames.length === 0 && has(apiGroups, group) && has(resources, resource) && has(verbs, verb);
}

interface Resource {
  readonly isOfCluster: boolean;
  /** What may follow it after a "/": `log`. */
  readonly parts: readonly string[];
}

/** The built-in resources by their group. */
const knownResources = once((): ReadonlyMap<string, ReadonlyMap<string, Resource>> => {
  const groups = new Map<string, Map<string, Resource>>([
    ['', new Map([['componentstatuses', { isOfCluster: true, parts: [] }]])],
  ]);
  for (const [kind, { namespaced, resource, subresources = [] }] of Object.entries(builtInSchema().kinds)) {
    const group = groupOf(kind.slice(0, kind.lastIndexOf('/')));
    const known = groups.get(group) ?? new Map<string, Resource>();
    groups.set(group, known.set(resource, { isOfCluster: !namespaced, parts: subresources }));
  }
  return groups;
});
