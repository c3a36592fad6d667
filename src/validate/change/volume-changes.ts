import type { PersistentVolume } from '../../../imports/kubernetes/types';
import { ROOT } from '../path';
import { show } from '../show';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { differenceIn, reportChanges } from './difference';

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
    const moved = differenceIn('v1/PersistentVolume', 'spec.nodeAffinity', before, after);
    // A label of a zone may take its new name.
    if (moved === undefined || JSON.stringify(before.spec.nodeAffinity).includes('beta.kubernetes.io/')) return;
    report(moved.at, 'is not what it was, but it cannot be changed', fix);
  },
};

function withoutExpandSecret(volume: PersistentVolume): PersistentVolume {
  if (volume.spec?.csi === undefined) return volume;
  const { controllerExpandSecretRef: _, ...csi } = volume.spec.csi;
  return { ...volume, spec: { ...volume.spec, csi } };
}

const reclaimPolicyChange: ChangeRule<'v1/PersistentVolume'> = {
  code: 'reclaim-policy-change',
  severity: 'warning',
  kinds: ['v1/PersistentVolume'],
  summary: 'A volume that was to be retained is not deleted with its claim.',
  mirrors: 'pkg/controller/volume/persistentvolume/pv_controller.go: reclaimVolume',
  check({ spec: was }, { spec: is }, report) {
    const policy = was?.persistentVolumeReclaimPolicy ?? 'Retain';
    if (policy === 'Delete' || is?.persistentVolumeReclaimPolicy !== 'Delete') return;
    const message = `was "${policy}" and is "Delete", and the data goes with the claim`;
    report(SPEC.field('persistentVolumeReclaimPolicy'), message, 'keep it, or save the data first');
  },
};

/** Changes of volumes. */
export const VOLUME_CHANGES: readonly AnyChangeRule[] = [volumeChange, reclaimPolicyChange];
