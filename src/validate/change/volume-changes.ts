import type { PersistentVolume } from '../../../imports/kubernetes/types';
import { ROOT } from '../path';
import { show } from '../show';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { reportChanges } from './difference';

const SPEC = ROOT.field('spec');

const SOURCES = [
  ...['awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'fc', 'flexVolume', 'flocker'],
  ...['gcePersistentDisk', 'glusterfs', 'hostPath', 'iscsi', 'local', 'nfs', 'photonPersistentDisk', 'portworxVolume'],
  ...['quobyte', 'rbd', 'scaleIO', 'storageos', 'vsphereVolume'],
];

const volumeChange: ChangeRule<'v1/PersistentVolume'> = {
  code: 'volume-change',
  severity: 'error',
  kinds: ['v1/PersistentVolume'],
  summary: 'A volume stays where it is, because its data does.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeUpdate',
  check(before, after, report) {
    const fix = 'keep it, or make a volume under another name';
    const paths = [...SOURCES, 'volumeMode'].map((field) => `spec.${field}`);
    reportChanges('v1/PersistentVolume', paths, [before, after], report, fix);
    // The secret for expanding may come later, and so may the nodes.
    const { csi } = before.spec ?? {};
    const given = csi !== undefined && csi.controllerExpandSecretRef === undefined;
    const now = given ? withoutExpandSecret(after) : after;
    reportChanges('v1/PersistentVolume', ['spec.csi'], [before, now], report, fix);
    const [old, next] = [before.spec?.volumeAttributesClassName, after.spec?.volumeAttributesClassName];
    if (old !== undefined && next === undefined) {
      report(
        SPEC.field('volumeAttributesClassName'),
        `was ${show(old)} and is gone, but it can only become another`,
        fix,
      );
    }
    if (before.spec?.nodeAffinity === undefined) return;
    reportChanges('v1/PersistentVolume', ['spec.nodeAffinity'], [withNewLabels(before, after), after], report, fix);
  },
};

/** Labels of nodes that had another name once. */
const NEW_LABELS: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
};

/** The old volume, with the labels of its nodes by their new names where the new one has those. */
function withNewLabels(before: PersistentVolume, after: PersistentVolume): PersistentVolume {
  const { required } = before.spec?.nodeAffinity ?? {};
  if (required === undefined) return before;
  const terms = after.spec?.nodeAffinity?.required?.nodeSelectorTerms ?? [];
  const nodeSelectorTerms = required.nodeSelectorTerms.map((term, at) => {
    const matchExpressions = term.matchExpressions?.map((expression, index) => {
      const now = terms[at]?.matchExpressions?.[index]?.key;
      return now !== undefined && NEW_LABELS[expression.key] === now ? { ...expression, key: now } : expression;
    });
    return { ...term, ...(matchExpressions && { matchExpressions }) };
  });
  return { ...before, spec: { ...before.spec, nodeAffinity: { required: { ...required, nodeSelectorTerms } } } };
}

function withoutExpandSecret(volume: PersistentVolume): PersistentVolume {
  if (volume.spec?.csi === undefined) return volume;
  const { controllerExpandSecretRef: _, ...csi } = volume.spec.csi;
  return { ...volume, spec: { ...volume.spec, csi } };
}

const reclaimPolicyChange: ChangeRule<'v1/PersistentVolume'> = {
  code: 'reclaim-policy-change',
  severity: 'warning',
  kinds: ['v1/PersistentVolume'],
  summary: 'A volume that was to be retained is not deleted or emptied with its claim.',
  mirrors: 'pkg/controller/volume/persistentvolume/pv_controller.go: reclaimVolume',
  check({ spec: was }, { spec: is }, report) {
    const policy = is?.persistentVolumeReclaimPolicy ?? 'Retain';
    if (policy === 'Retain' || (was?.persistentVolumeReclaimPolicy ?? 'Retain') !== 'Retain') return;
    const message = `was "Retain" and is "${policy}", and the data goes with the claim`;
    report(SPEC.field('persistentVolumeReclaimPolicy'), message, 'keep it, or save the data first');
  },
};

/** Changes of volumes. */
export const VOLUME_CHANGES: readonly AnyChangeRule[] = [volumeChange, reclaimPolicyChange];
