import type { Kinds, NodeSpec } from '../../../imports/kubernetes/types';
import { sameJson } from '../../values/same-json';
import { ROOT } from '../path';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { differenceIn, reportChanges, showChange } from './difference';
import { isLive } from './live-object';

/** The fields of other kinds that cannot be changed, as the Validate...Update functions of Kubernetes have them. */
const FIXED = {
  'apps/v1/ControllerRevision': ['data'],
  'discovery.k8s.io/v1/EndpointSlice': ['addressType'],
  'events.k8s.io/v1/Event': [
    ...(['action', 'note', 'reason', 'regarding', 'related'] as const),
    ...(['reportingController', 'reportingInstance', 'type'] as const),
  ],
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
    const [was, is] = [before.spec ?? {}, after.spec ?? {}];
    const fix = 'keep it, or delete the Node first';
    // What is not given of a live Node is what its controller made of it.
    const isLeft = (given: unknown): boolean => given === undefined && isLive(before);
    for (const field of ['externalID', 'providerID'] as const) {
      const isSet = field === 'externalID' || !!was[field];
      const found = isSet && !isLeft(is[field]) ? differenceIn('v1/Node', `spec.${field}`, before, after) : undefined;
      if (found) report(found.at, showChange(found), fix);
    }
    const [old, now] = [rangesOf(was), rangesOf(is)];
    // Each of the two fields stays with the other.
    if (old.length === 0 || now.length === 0 || sameJson(old, now)) return;
    const field = is.podCIDR !== undefined && is.podCIDRs === undefined ? 'podCIDR' : 'podCIDRs';
    const change = `had ${old.join(' and ')} and has ${now.join(' and ')}`;
    report(ROOT.field('spec').field(field), `${change}, but they cannot be changed`, fix);
  },
};

/** The addresses for the pods of a Node. Where its two fields differ, the older one counts. */
function rangesOf({ podCIDR, podCIDRs = [] }: NodeSpec): readonly string[] {
  return podCIDR && podCIDR !== podCIDRs[0] ? [podCIDR] : podCIDRs;
}

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
