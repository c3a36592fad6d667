import { dnsSubdomainProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';
import { pathSegmentProblem } from '../format/path-segment';
import { RBAC } from '../whole-app/right-kind';

export const roleReference: Rule<'RoleRef'> = {
  code: 'role-reference',
  severity: 'error',
  on: 'RoleRef',
  summary: 'A binding gives a Role or a ClusterRole by its name, and a ClusterRoleBinding a ClusterRole.',
  mirrors: 'pkg/apis/rbac/validation/validation.go: ValidateRoleBinding, ValidateClusterRoleBinding',
  check(role, at, report, { object }) {
    if (role.kind === 'Role' && object.kind === 'ClusterRoleBinding') {
      report(
        at.field('kind'),
        '"Role" is for one namespace, and a ClusterRoleBinding for all',
        'make a RoleBinding of it',
      );
    }
    checkField(report, at, role, 'name', pathSegmentProblem);
  },
};

export const bindingSubject: Rule<'Subject'> = {
  code: 'binding-subject',
  severity: 'error',
  on: 'Subject',
  summary: 'A binding is for users and groups by name, and for ServiceAccounts by name and namespace.',
  mirrors: 'pkg/apis/rbac/validation/validation.go: ValidateRoleBindingSubject',
  check(subject, at, report, { object }) {
    const { kind, apiGroup = '', name, namespace = '' } = subject;
    if (name === '') report(at.field('name'), 'is empty', `name the ${kind}`);
    if (kind !== 'ServiceAccount') {
      if (apiGroup === '' || apiGroup === RBAC) return;
      report(at.field('apiGroup'), `"${apiGroup}" is not the group of a ${kind}`, `write "${RBAC}"`);
      return;
    }
    if (name !== '') checkField(report, at, subject, 'name', dnsSubdomainProblem);
    if (apiGroup !== '')
      report(at.field('apiGroup'), `"${apiGroup}" is not the group of a ServiceAccount`, 'take it away');
    if (namespace !== '' || object.kind !== 'ClusterRoleBinding') return;
    report(at.field('namespace'), 'is missing', 'give the namespace of the ServiceAccount');
  },
};
