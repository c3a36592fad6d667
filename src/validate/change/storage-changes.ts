import type { PersistentVolume, PersistentVolumeClaim } from '../../../imports/kubernetes/types';
import { sameJson } from '../../manifest/same-json';
import { amountOf } from '../amount';
import { ROOT } from '../path';
import { show } from '../show';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { differenceIn, reportChanges } from './difference';

const SPEC = ROOT.field('spec');
const FIX = 'keep it, or make a claim under another name, and copy the data';

const claimChange: ChangeRule<'v1/PersistentVolumeClaim'> = {
  code: 'claim-change',
  severity: 'error',
  kinds: ['v1/PersistentVolumeClaim'],
  summary: 'A claim stays what it is, but for its size, which can grow.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeClaimUpdate',
  check(before, after, report) {
    const [was, is] = [before.spec ?? {}, after.spec ?? {}];
    const fixed = ['accessModes', 'resources', 'selector', 'volumeMode'].map((field) => `spec.${field}`);
    reportChanges('v1/PersistentVolumeClaim', fixed, [withoutSize(before), withoutSize(after)], report, FIX);
    // What was not given, the server or a controller may have filled in, or leaves to be filled in.
    for (const field of ['storageClassName', 'volumeName'] as const) {
      if (was[field] === undefined || was[field] === is[field]) continue;
      const now = is[field] === undefined ? 'gone' : show(is[field]);
      report(SPEC.field(field), `was ${show(was[field])} and is ${now}, but it cannot be changed`, FIX);
    }
    const [source, other] = [sourceOf(before), sourceOf(after)];
    if (other !== undefined && !sameJson(source, other)) {
      const field = after.spec?.dataSourceRef === undefined ? 'dataSource' : 'dataSourceRef';
      report(SPEC.field(field), 'is not what it was, but it cannot be changed', FIX);
    }
    const [size, now] = [was.resources?.requests?.['storage'], is.resources?.requests?.['storage']];
    if (size === undefined || now === undefined || amountOf(now) === amountOf(size)) return;
    const reason = amountOf(now) < amountOf(size) ? 'a volume does not shrink' : GROWS_NOT;
    if (reason === GROWS_NOT && was.storageClassName !== '') return;
    report(
      SPEC.field('resources').field('requests').field('storage'),
      `was ${show(size)} and is ${show(now)}, but ${reason}`,
      FIX,
    );
  },
};

const GROWS_NOT = 'only a claim of a StorageClass grows';

/** The server writes each of the two into the other, and drops a reference to another namespace. */
function sourceOf({ spec = {} }: PersistentVolumeClaim): unknown {
  const { dataSource, dataSourceRef } = spec;
  return dataSourceRef?.namespace === undefined ? (dataSourceRef ?? dataSource) : dataSource;
}

/** The claim as if it asked for no space, which may change. */
function withoutSize(claim: PersistentVolumeClaim): PersistentVolumeClaim {
  const { storage: _, ...requests } = claim.spec?.resources?.requests ?? {};
  return { ...claim, spec: { ...claim.spec, resources: { ...claim.spec?.resources, requests } } };
}

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

/** Changes of what keeps data. */
export const STORAGE_CHANGES: readonly AnyChangeRule[] = [claimChange, volumeChange];
