import type { Kinds } from '../../../imports/kubernetes/types';
import { sameJson } from '../../manifest/same-json';
import { ROOT } from '../path';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { differenceIn, reportChanges, showChange } from './difference';

/** The fields of other kinds that cannot be changed, as the Validate...Update functions of Kubernetes have them. */
const FIXED = {
  'apps/v1/ControllerRevision': ['data'],
  'discovery.k8s.io/v1/EndpointSlice': ['addressType'],
  'networking.k8s.io/v1/IPAddress': ['spec.parentRef'],
  'networking.k8s.io/v1/IngressClass': ['spec.controller'],
  'node.k8s.io/v1/RuntimeClass': ['handler'],
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': ['roleRef'],
  'rbac.authorization.k8s.io/v1/RoleBinding': ['roleRef'],
  'resource.k8s.io/v1/ResourceClaim': ['spec'],
  'resource.k8s.io/v1/ResourceClaimTemplate': ['spec'],
  'resource.k8s.io/v1/ResourceSlice': ['spec.driver', 'spec.nodeName', 'spec.pool.name'],
  'scheduling.k8s.io/v1/PriorityClass': ['preemptionPolicy', 'value'],
  'storage.k8s.io/v1/CSIDriver': ['spec.attachRequired', 'spec.volumeLifecycleModes'],
  'storage.k8s.io/v1/CSIStorageCapacity': ['nodeTopology', 'storageClassName'],
  'storage.k8s.io/v1/StorageClass': ['parameters', 'provisioner', 'reclaimPolicy', 'volumeBindingMode'],
  'storage.k8s.io/v1/VolumeAttachment': ['spec'],
  'storage.k8s.io/v1/VolumeAttributesClass': ['driverName', 'parameters'],
} as const satisfies { readonly [K in keyof Kinds]?: readonly string[] };

type FixedKind = keyof typeof FIXED;

const KINDS = Object.keys(FIXED) as readonly FixedKind[]; // Which are the ones above.

const fixedField: ChangeRule<FixedKind> = {
  code: 'fixed-field',
  severity: 'error',
  kinds: KINDS,
  summary: 'What others rely on from the beginning stays as it is: what a binding gives, what a class stands for.',
  mirrors: 'pkg/apis/storage/validation/validation.go: ValidateStorageClassUpdate, and those of the other kinds',
  check(before, after, report) {
    const kind = `${after.apiVersion}/${after.kind}` as FixedKind; // The rule is asked about these kinds only.
    const fix = 'keep it, or delete the object first, and make it again';
    reportChanges(kind, FIXED[kind], [before, after], report, fix);
  },
};

const nodeChange: ChangeRule<'v1/Node'> = {
  code: 'node-change',
  severity: 'error',
  kinds: ['v1/Node'],
  summary: 'A Node stays the machine that it is, with its addresses for pods, once that is known.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateNodeUpdate',
  check(before, after, report) {
    for (const field of ['podCIDR', 'podCIDRs', 'providerID']) {
      const found = differenceIn('v1/Node', `spec.${field}`, before, after);
      // What is not given is what its controller made of it.
      if (!found || found.was === undefined || found.is === undefined) continue;
      report(found.at, showChange(found), 'keep it, or delete the Node first');
    }
  },
};

const quotaScopes: ChangeRule<'v1/ResourceQuota'> = {
  code: 'quota-scopes-change',
  severity: 'error',
  kinds: ['v1/ResourceQuota'],
  summary: 'A quota counts the same objects as ever.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateResourceQuotaUpdate',
  check({ spec: was }, { spec: is }, report) {
    const [old, now] = [[...new Set(was?.scopes)].sort(), [...new Set(is?.scopes)].sort()];
    if (sameJson(old, now)) return;
    const place = ROOT.field('spec').field('scopes');
    report(place, 'is not what it was, but it cannot be changed', 'make a quota under another name');
  },
};

const serviceCidrs: ChangeRule<'networking.k8s.io/v1/ServiceCIDR'> = {
  code: 'service-cidr-change',
  severity: 'error',
  kinds: ['networking.k8s.io/v1/ServiceCIDR'],
  summary: 'A range of addresses for Services stays; a second one can be added.',
  mirrors: 'pkg/apis/networking/validation/validation.go: ValidateServiceCIDRUpdate',
  check({ spec: was }, { spec: is }, report) {
    const [old, now] = [was?.cidrs ?? [], is?.cidrs ?? []];
    if (old.every((cidr, index) => now[index] === cidr) && (now.length === old.length || old.length === 1)) return;
    const place = ROOT.field('spec').field('cidrs');
    report(place, 'is not what it was, but it cannot be changed', 'make a ServiceCIDR under another name');
  },
};

/** Changes of kinds of which only a few fields are fixed. */
export const FIXED_FIELDS: readonly AnyChangeRule[] = [fixedField, nodeChange, quotaScopes, serviceCidrs];
