import type { AnyRule } from '../../rule';
import { claimTemplateMetadata, claimTemplateName, ephemeralVolumeName } from './claim-templates';
import { memoryVolume } from './memory-volume';
import { hiddenRoot, unreadableFile } from './mounted-files';
import {
  downwardFile,
  fileMode,
  projectedPathConflict,
  projectedSource,
  tokenExpiration,
  volumeFileKey,
  volumeFilePath,
} from './volume-files';
import { overlappingFiles } from './overlapping-files';
import {
  devicePath,
  mountConflict,
  mountedVolume,
  mountPath,
  mountPropagation,
  recursiveReadOnly,
  subPath,
} from './volume-mounts';
import { volumeValue } from './volume-values';
import { noVolumeSource, volumeName, volumeSource, volumeSourceField } from './volumes';

/** What holds for the volumes of pods, and for where containers mount them. */
export const VOLUMES_RULES: readonly AnyRule[] = [
  claimTemplateMetadata,
  claimTemplateName,
  devicePath,
  downwardFile,
  ephemeralVolumeName,
  fileMode,
  hiddenRoot,
  memoryVolume,
  mountConflict,
  mountedVolume,
  mountPath,
  mountPropagation,
  noVolumeSource,
  overlappingFiles,
  projectedPathConflict,
  projectedSource,
  recursiveReadOnly,
  subPath,
  tokenExpiration,
  unreadableFile,
  volumeFileKey,
  volumeFilePath,
  volumeName,
  volumeSource,
  volumeSourceField,
  volumeValue,
];
