import { dnsSubdomainProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';

export const attachedVolume: Rule<'VolumeAttachmentSource'> = {
  code: 'attached-volume',
  severity: 'error',
  on: 'VolumeAttachmentSource',
  summary: 'An attachment is of one volume: of a PersistentVolume by name, or of one that it describes.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateVolumeAttachmentSource, ValidateVolumeAttachmentV1',
  check(source, at, report) {
    const { persistentVolumeName, inlineVolumeSpec } = source;
    if (persistentVolumeName !== undefined && inlineVolumeSpec !== undefined) {
      report(at.field('inlineVolumeSpec'), 'is there beside persistentVolumeName', 'keep one of them');
    } else if (persistentVolumeName === undefined && inlineVolumeSpec === undefined) {
      report(at.field('persistentVolumeName'), 'is missing', 'name the PersistentVolume');
    }
    checkField(report, at, source, 'persistentVolumeName', dnsSubdomainProblem);
  },
};

export const attachedNode: FieldRule<'VolumeAttachmentSpec.nodeName'> = {
  code: 'attached-node',
  severity: 'error',
  fields: ['VolumeAttachmentSpec.nodeName'],
  summary: 'A volume is attached to a node, which has a DNS subdomain for a name.',
  mirrors: 'pkg/apis/storage/validation/validation.go: validateNodeName',
  problem: dnsSubdomainProblem,
};

/** What a volume that an attachment describes does not have, because nobody claims or schedules it. */
const NOT_INLINE = ['capacity', 'claimRef', 'nodeAffinity', 'storageClassName'] as const;

export const inlineVolume: Rule<'VolumeAttachmentSource'> = {
  code: 'inline-volume',
  severity: 'error',
  on: 'VolumeAttachmentSource',
  summary: 'A volume that an attachment describes is a CSI volume with a file system, which nobody claims.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeSpec',
  check({ inlineVolumeSpec, persistentVolumeName }, at, report) {
    if (inlineVolumeSpec === undefined || persistentVolumeName !== undefined) return;
    const here = at.field('inlineVolumeSpec');
    const { csi, persistentVolumeReclaimPolicy, volumeMode } = inlineVolumeSpec;
    if (csi === undefined) report(here.field('csi'), 'is missing', 'describe the CSI volume');
    for (const field of NOT_INLINE) {
      const value = inlineVolumeSpec[field];
      const isThere =
        typeof value === 'object'
          ? field !== 'capacity' || Object.keys(value).length > 0
          : value !== undefined && value !== '';
      if (isThere) report(here.field(field), 'is for PersistentVolumes', 'take it away');
    }
    const isRetained = persistentVolumeReclaimPolicy === undefined || persistentVolumeReclaimPolicy === 'Retain';
    if (!isRetained && (persistentVolumeReclaimPolicy as string) !== '') {
      report(
        here.field('persistentVolumeReclaimPolicy'),
        `"${persistentVolumeReclaimPolicy}" is for PersistentVolumes`,
        'take it away',
      );
    }
    if (volumeMode === 'Block') report(here.field('volumeMode'), '"Block" is for PersistentVolumes', 'take it away');
  },
};
