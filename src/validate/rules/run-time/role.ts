import { didYouMean } from '../../../manifest/did-you-mean';
import { groupOf } from '../../kinds';
import type { Rule } from '../../rule';
import { builtInSchema } from '../../schema';

export const roleVerb: Rule<'PolicyRule'> = {
  code: 'role-verb',
  severity: 'warning',
  on: 'PolicyRule',
  summary: 'A verb of a role is one that requests have, or it grants nothing.',
  mirrors: 'k8s.io/apiserver/pkg/endpoints/request/requestinfo.go: NewRequestInfo',
  check({ verbs }, at, report) {
    verbs.forEach((verb, index) => {
      if (VERBS.includes(verb)) return;
      const meant = didYouMean(verb, VERBS);
      if (meant !== undefined) {
        report(at.field('verbs').item(index), `"${verb}" is not a verb of requests`, `did you mean "${meant}"?`);
      }
    });
  },
};

const VERBS: readonly string[] = [
  ...['*', 'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'],
  ...['use', 'bind', 'escalate', 'impersonate', 'approve', 'sign', 'attest', 'proxy', 'head', 'options', 'post', 'put'],
];

export const roleResource: Rule<'PolicyRule'> = {
  code: 'role-resource',
  severity: 'warning',
  on: 'PolicyRule',
  summary: 'A resource of a role is in one of its API groups, in small letters and the plural, or it grants nothing.',
  mirrors: 'plugin/pkg/auth/authorizer/rbac/rbac.go: RuleAllows',
  check({ apiGroups = [], resources = [] }, at, report) {
    const known = resourcesByGroup();
    // Of custom resources nothing is known.
    if (apiGroups.length === 0 || apiGroups.some((group) => !known.has(group))) return;
    const here = apiGroups.flatMap((group) => [...(known.get(group) ?? [])]);
    resources.forEach((text, index) => {
      const slash = text.indexOf('/');
      const resource = slash < 0 ? text : text.slice(0, slash);
      if (resource === '*' || here.includes(resource)) return;
      const place = at.field('resources').item(index);
      const groups = [...known].filter(([, names]) => names.has(resource)).map(([group]) => group);
      const meant = didYouMean(resource, here);
      if (groups.length > 0) {
        const fix = `write ${groups.map((group) => `"${group}"`).join(' or ')} in apiGroups`;
        report(place, `"${resource}" is not in ${apiGroups.map((group) => `"${group}"`).join(' or ')}`, fix);
      } else if (meant !== undefined) {
        report(place, `"${resource}" is not a resource of its groups`, `did you mean "${meant}"?`);
      }
    });
  },
};

let made: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function resourcesByGroup(): ReadonlyMap<string, ReadonlySet<string>> {
  if (made !== undefined) return made;
  const groups = new Map<string, Set<string>>([['', new Set(['componentstatuses'])]]);
  for (const [kind, { resource }] of Object.entries(builtInSchema().kinds)) {
    const group = groupOf(kind.slice(0, kind.lastIndexOf('/')));
    const names = groups.get(group);
    if (names === undefined) groups.set(group, new Set([resource]));
    else names.add(resource);
  }
  return (made = groups);
}
