import type {
  ClusterRole,
  ClusterRoleBinding,
  PolicyRule,
  Role,
  RoleBinding,
  ServiceAccount,
  Subject,
} from '../manifest/kubernetes';
import { isReference, type ResolvedWorkload, type WorkloadIdentity } from './resolve-workload';

/** The objects that say who the pods are and what they may ask of the API server, by the id of the construct child. */
interface AccessObjects {
  readonly ServiceAccount?: ServiceAccount;
  readonly Role?: Role;
  readonly RoleBinding?: RoleBinding;
  readonly ClusterRole?: ClusterRole;
  readonly ClusterRoleBinding?: ClusterRoleBinding;
}

export function accessObjects({ identity, props, serviceAccountName }: ResolvedWorkload): AccessObjects {
  const { serviceAccount, permissions } = props;
  return {
    ...(!isReference(serviceAccount) && { ServiceAccount: account(identity, serviceAccount?.annotations) }),
    ...(permissions?.namespace && namespaceRole(identity, serviceAccountName, permissions.namespace)),
    ...(permissions?.cluster && clusterRole(identity, serviceAccountName, permissions.cluster)),
  };
}

function account(
  { name, labels }: WorkloadIdentity,
  annotations: Readonly<Record<string, string>> | undefined,
): ServiceAccount {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, labels, ...(annotations && { annotations }) },
    // The pods that need a token say so themselves.
    automountServiceAccountToken: false,
  };
}

function namespaceRole(
  { name, namespace, labels }: WorkloadIdentity,
  serviceAccountName: string,
  rules: readonly PolicyRule[],
): Pick<AccessObjects, 'Role' | 'RoleBinding'> {
  const metadata = { name, labels };
  return {
    Role: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata, rules },
    RoleBinding: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [subject(serviceAccountName, namespace)],
    },
  };
}

function clusterRole(
  { name, namespace, labels }: WorkloadIdentity,
  serviceAccountName: string,
  rules: readonly PolicyRule[],
): Pick<AccessObjects, 'ClusterRole' | 'ClusterRoleBinding'> {
  // With the namespace, because a ClusterRole is of the whole cluster and another team may have a workload of this name.
  const metadata = { name: namespace === undefined ? name : `${namespace}-${name}`, labels };
  return {
    ClusterRole: { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata, rules },
    ClusterRoleBinding: {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: metadata.name },
      subjects: [subject(serviceAccountName, namespace)],
    },
  };
}

function subject(name: string, namespace: string | undefined): Subject {
  return { kind: 'ServiceAccount', name, ...(namespace !== undefined && { namespace }) };
}
