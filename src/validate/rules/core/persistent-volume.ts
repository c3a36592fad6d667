import type { PersistentVolumeSpec } from '../../../../imports/kubernetes/types';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { amountOf, units64Of } from '../../amount';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';

export const volumeAccessModes: Rule<'PersistentVolumeSpec'> = {
  code: 'volume-access-modes',
  severity: 'error',
  on: 'PersistentVolumeSpec',
  summary: 'A volume says how it can be mounted, because claims ask for that; ReadWriteOncePod stands alone.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeSpec',
  check({ accessModes = [] }, at, report) {
    if (accessModes.length === 0) report(at, 'has no accessModes', 'give one, such as "ReadWriteOnce"');
    else if (accessModes.includes('ReadWriteOncePod') && accessModes.some((mode) => mode !== 'ReadWriteOncePod')) {
      report(at.field('accessModes'), 'has others beside "ReadWriteOncePod"', 'keep one of them');
    }
  },
};

export const volumeCapacity: Rule<'PersistentVolume'> = {
  code: 'volume-capacity',
  severity: 'error',
  on: 'PersistentVolume',
  summary: 'The capacity of a volume is some storage and nothing else.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeSpec',
  check({ spec = {} }, at, report) {
    const { storage, ...others } = spec.capacity ?? {};
    const here = at.field('spec').field('capacity');
    if (storage === undefined) report(here, 'has no storage', 'give the size of the volume, such as "100Gi"');
    else if (amountOf(storage) <= 0n || units64Of(storage) < 0n)
      report(
        here.field('storage'),
        `${storage} is ${amountOf(storage) > 0n ? 'more than fits' : 'not more than 0'}`,
        'give the size of the volume',
      );
    for (const name of Object.keys(others)) report(here.field(name), 'is not storage', 'take it away');
  },
};

/** In the order in which the server looks at them. */
export const SOURCES = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'flocker',
  'nfs',
  'rbd',
  'quobyte',
  'cephfs',
  'iscsi',
  'cinder',
  'fc',
  'flexVolume',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'scaleIO',
  'local',
  'storageos',
  'csi',
] as const satisfies readonly (keyof PersistentVolumeSpec)[];

export const persistentVolumeSource: Rule<'PersistentVolumeSpec'> = {
  code: 'persistent-volume-source',
  severity: 'error',
  on: 'PersistentVolumeSpec',
  summary: 'A volume has one source, such as csi or nfs; a local one says on which node it is.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeSpec',
  check(spec, at, report, { object }) {
    const [first, ...others] = SOURCES.filter((source) => spec[source] !== undefined);
    for (const other of others) {
      // The server lets a flexVolume stand beside what it has looked at before.
      if (other !== 'flexVolume') report(at.field(other), `is a second source beside ${first}`, 'keep one of them');
    }
    // That of a VolumeAttachment is of csi, or refused for another reason.
    if (object.kind !== 'PersistentVolume') return;
    if (first === undefined) report(at, 'has no source', 'give one, such as csi');
    if (first === 'local' && spec.nodeAffinity === undefined) {
      report(at, 'has no nodeAffinity, and its source is local', 'name the node that has the disk');
    }
  },
};

export const volumeClass: Rule<'PersistentVolume'> = {
  code: 'volume-class',
  severity: 'error',
  on: 'PersistentVolume',
  summary: 'The classes of a volume are DNS subdomains, and only a volume of csi has one of attributes.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeSpec',
  check({ spec = {} }, at, report) {
    const here = at.field('spec');
    if (spec.storageClassName !== '') checkField(report, here, spec, 'storageClassName', dnsSubdomainProblem);
    checkField(report, here, spec, 'volumeAttributesClassName', dnsSubdomainProblem);
    if (spec.volumeAttributesClassName === undefined || spec.csi !== undefined) return;
    report(here.field('volumeAttributesClassName'), 'is for a volume of csi', 'take it away');
  },
};

const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';

const WITH_OPTIONS: ReadonlySet<string> = new Set([
  ...['awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'gcePersistentDisk', 'glusterfs', 'iscsi'],
  ...['nfs', 'photonPersistentDisk', 'quobyte', 'rbd', 'vsphereVolume'],
]);

export const mountOptionsAnnotation: Rule<'PersistentVolume'> = {
  code: 'mount-options-annotation',
  severity: 'error',
  on: 'PersistentVolume',
  summary: `The annotation ${MOUNT_OPTIONS} is for volumes that are mounted with options, which those of csi and local disks are not; spec.mountOptions is for all.`,
  mirrors: 'pkg/volume/validation/pv_validation.go: checkMountOption',
  check({ metadata = {}, spec = {} }, at, report) {
    if (metadata.annotations?.[MOUNT_OPTIONS] === undefined) return;
    if (Object.keys(spec).some((field) => WITH_OPTIONS.has(field))) return;
    const here = at.field('metadata').field('annotations').field(MOUNT_OPTIONS);
    report(here, 'is for other volumes', 'write spec.mountOptions in its place');
  },
};

/** The server does not look at nodeStageSecretRef. */
const SECRETS = [
  'controllerExpandSecretRef',
  'controllerPublishSecretRef',
  'nodeExpandSecretRef',
  'nodePublishSecretRef',
] as const;

export const volumeSecret: Rule<'CSIPersistentVolumeSource'> = {
  code: 'volume-secret',
  severity: 'error',
  on: 'CSIPersistentVolumeSource',
  summary: 'A Secret of a volume has a name and a namespace, because the volume itself is in none.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePVSecretReference',
  check(csi, at, report) {
    for (const field of SECRETS) {
      const secret = csi[field];
      if (secret === undefined) continue;
      const whole = { name: secret.name ?? '', namespace: secret.namespace ?? '' };
      checkField(report, at.field(field), whole, 'name', dnsSubdomainProblem);
      checkField(report, at.field(field), whole, 'namespace', dnsLabelProblem);
    }
  },
};
