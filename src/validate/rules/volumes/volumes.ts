import type { Volume } from '../../../../imports/kubernetes/types';
import { dnsLabelProblem } from '../../../manifest/name';
import type { FieldRule, Rule } from '../../rule';
import { isBarePod } from '../pod/bare-pod';
import { sourcesOf } from '../pod/volume-checks';

export const volumeName: FieldRule<'Volume.name'> = {
  code: 'volume-name',
  severity: 'error',
  fields: ['Volume.name'],
  summary: 'The name of a volume is a DNS label, because it becomes a directory of the node.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateVolumes',
  problem: dnsLabelProblem,
};

export const volumeSource: Rule<'Volume'> = {
  code: 'volume-source',
  severity: 'error',
  on: 'Volume',
  summary: 'A volume has one source, because it can be mounted only once.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateVolumeSource',
  check(volume, at, report) {
    let first: string | undefined;
    for (const source of sourcesOf(volume)) {
      if (first === undefined) first = source;
      else report(at.field(source), `is a second source beside ${first}`, 'make two volumes of it');
    }
  },
};

export const noVolumeSource: Rule<'Volume'> = {
  code: 'no-volume-source',
  severity: 'warning',
  on: 'Volume',
  summary: 'A volume says what it is, because one without a source is an emptyDir, whose content ends with the pod.',
  mirrors: 'pkg/apis/core/v1/defaults.go: SetDefaults_Volume',
  check(volume, at, report) {
    if (sourcesOf(volume).length > 0) return;
    report(at, 'has no source, and so it is an emptyDir', 'write emptyDir: {} if it is meant to be one');
  },
};

/** What a source cannot be without. Most other sources say so in their structure, but may be empty by that. */
export const REQUIRED_IN_SOURCE: Readonly<Partial<Record<keyof Volume, readonly string[]>>> = {
  awsElasticBlockStore: ['volumeID'],
  azureDisk: ['diskName', 'diskURI'],
  azureFile: ['secretName', 'shareName'],
  cephfs: ['monitors'],
  cinder: ['volumeID'],
  configMap: ['name'],
  csi: ['driver'],
  ephemeral: ['volumeClaimTemplate'],
  flexVolume: ['driver'],
  gcePersistentDisk: ['pdName'],
  gitRepo: ['repository'],
  glusterfs: ['endpoints', 'path'],
  hostPath: ['path'],
  image: ['reference'],
  iscsi: ['targetPortal', 'iqn'],
  nfs: ['server', 'path'],
  persistentVolumeClaim: ['claimName'],
  photonPersistentDisk: ['pdID'],
  portworxVolume: ['volumeID'],
  quobyte: ['registry', 'volume'],
  rbd: ['monitors', 'image'],
  scaleIO: ['gateway', 'system', 'volumeName'],
  secret: ['secretName'],
  storageos: ['volumeName'],
  vsphereVolume: ['volumePath'],
};

export const volumeSourceField: Rule<'Volume'> = {
  code: 'volume-source-field',
  severity: 'error',
  on: 'Volume',
  summary: 'The source of a volume says what is mounted: the name of a Secret, a path, a server.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateVolumeSource',
  check(volume, at, report, context) {
    for (const source of sourcesOf(volume)) {
      // A template may leave the image to an admission controller.
      if (source === 'image' && !isBarePod(context)) continue;
      for (const field of REQUIRED_IN_SOURCE[source] ?? []) {
        // The names of both come from the table above.
        const value = (volume[source] as Readonly<Record<string, unknown>>)[field];
        const isMissing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
        if (isMissing) report(at.field(source).field(field), 'is missing', `give the ${field}`);
      }
    }
  },
};
