import type { Rule } from '../../rule';

/** Sources of volumes, and the version of Kubernetes from which on no kubelet mounts them. */
const REMOVED = {
  cephfs: '1.31',
  flocker: '1.25',
  gitRepo: '1.33',
  glusterfs: '1.26',
  photonPersistentDisk: '1.16',
  quobyte: '1.25',
  rbd: '1.31',
  scaleIO: '1.22',
  storageos: '1.25',
} as const;

export const removedVolume: Rule<'Volume' | 'PersistentVolumeSpec'> = {
  code: 'removed-volume',
  severity: 'warning',
  on: ['Volume', 'PersistentVolumeSpec'],
  needs: [
    'PersistentVolumeSpec.cephfs',
    'PersistentVolumeSpec.flocker',
    'PersistentVolumeSpec.glusterfs',
    'PersistentVolumeSpec.photonPersistentDisk',
    'PersistentVolumeSpec.quobyte',
    'PersistentVolumeSpec.rbd',
    'PersistentVolumeSpec.scaleIO',
    'PersistentVolumeSpec.storageos',
    'Volume.cephfs',
    'Volume.flocker',
    'Volume.gitRepo',
    'Volume.glusterfs',
    'Volume.photonPersistentDisk',
    'Volume.quobyte',
    'Volume.rbd',
    'Volume.scaleIO',
    'Volume.storageos',
  ],
  summary:
    'A volume has a source that kubelets still mount: the server takes the removed ones, and the pod never starts.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodSpecAndMeta; pkg/api/persistentvolume/util.go',
  check(volume, at, report) {
    for (const [field, version] of Object.entries(REMOVED)) {
      if (volume[field as keyof typeof volume] === undefined) continue;
      const fix = field === 'gitRepo' ? 'clone it in an init container' : 'use the CSI driver of the storage';
      report(at.field(field), `is not mounted by default since Kubernetes ${version}`, fix);
    }
  },
};
