import type { FieldRule, Rule } from '../../rule';
import type { Path } from '../../path';
import { volumeFilePathProblem } from '../pod/relative-path';

const MAX_MODE = 0o777;

export const fileMode: FieldRule<
  | 'SecretVolumeSource.defaultMode'
  | 'ConfigMapVolumeSource.defaultMode'
  | 'DownwardAPIVolumeSource.defaultMode'
  | 'ProjectedVolumeSource.defaultMode'
  | 'KeyToPath.mode'
  | 'DownwardAPIVolumeFile.mode'
> = {
  code: 'file-mode',
  severity: 'error',
  fields: [
    'SecretVolumeSource.defaultMode',
    'ConfigMapVolumeSource.defaultMode',
    'DownwardAPIVolumeSource.defaultMode',
    'ProjectedVolumeSource.defaultMode',
    'KeyToPath.mode',
    'DownwardAPIVolumeFile.mode',
  ],
  summary: 'The mode of a file is from 0 to 0777, because there are no bits beyond reading, writing and running.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateKeyToPath and the sources that have files',
  problem(mode) {
    if (mode >= 0 && mode <= MAX_MODE) return undefined;
    const isOctal = /^[0-7]{3}$/.test(String(mode));
    return `is not a file mode: ${isOctal ? `write ${parseInt(String(mode), 8)}, which is 0${mode}` : 'give 0 to 511'}`;
  },
};

export const volumeFilePath: FieldRule<
  'KeyToPath.path' | 'DownwardAPIVolumeFile.path' | 'ServiceAccountTokenProjection.path'
> = {
  code: 'volume-file-path',
  severity: 'error',
  fields: ['KeyToPath.path', 'DownwardAPIVolumeFile.path', 'ServiceAccountTokenProjection.path'],
  summary: 'The path of a file in a volume is relative and stays inside of it.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateLocalNonReservedPath',
  problem: volumeFilePathProblem,
};

export const volumeFileKey: FieldRule<'KeyToPath.key'> = {
  code: 'volume-file-key',
  severity: 'error',
  fields: ['KeyToPath.key'],
  summary: 'A file of a volume names the key that has its content.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateKeyToPath',
  problem: (key) => (key === '' ? 'is empty: name a key of the ConfigMap or Secret' : undefined),
};

export const downwardFile: Rule<'DownwardAPIVolumeFile'> = {
  code: 'downward-file',
  severity: 'error',
  on: 'DownwardAPIVolumeFile',
  summary: 'A file about the pod has one source: a field of the pod, or a resource of a container that it names.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateDownwardAPIVolumeFile',
  check({ fieldRef, resourceFieldRef }, at, report) {
    if (fieldRef !== undefined && resourceFieldRef !== undefined) {
      report(at.field('resourceFieldRef'), 'is a second source beside fieldRef', 'make two files of it');
    } else if (resourceFieldRef === undefined) {
      if (fieldRef === undefined) report(at, 'has no source', 'give it a fieldRef or a resourceFieldRef');
    } else if ((resourceFieldRef.containerName ?? '') === '') {
      const here = at.field('resourceFieldRef').field('containerName');
      report(here, 'is missing', 'name the container, because a volume belongs to none');
    }
  },
};

export const projectedSource: Rule<'VolumeProjection'> = {
  code: 'projected-source',
  severity: 'error',
  on: 'VolumeProjection',
  summary: 'An item of a projected volume is one source, and names it.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateProjectionSources',
  check(projection, at, report) {
    const { configMap, secret, downwardAPI, serviceAccountToken } = projection;
    // The other sources need feature gates that are off by default; the server drops them.
    const sources = Object.entries({ configMap, secret, downwardAPI, serviceAccountToken });
    const [first, second] = sources.filter(([, source]) => source !== undefined).map(([name]) => name);
    if (second !== undefined) report(at.field(second), `is a second source beside ${first}`, 'make two items of it');
    if (configMap && !configMap.name) report(at.field('configMap').field('name'), 'is missing', 'name the ConfigMap');
    if (secret && !secret.name) report(at.field('secret').field('name'), 'is missing', 'name the Secret');
  },
};

const TEN_MINUTES = 600;

export const tokenExpiration: FieldRule<'ServiceAccountTokenProjection.expirationSeconds'> = {
  code: 'token-expiration',
  severity: 'error',
  fields: ['ServiceAccountTokenProjection.expirationSeconds'],
  summary: 'A token lasts at least ten minutes, so that the kubelet can renew it in time.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateProjectionSources',
  problem(seconds) {
    if (seconds < TEN_MINUTES) return `is less than ten minutes: give ${TEN_MINUTES} or more`;
    return seconds > 2 ** 32 ? 'is more than 2^32: give less' : undefined;
  },
};

export const projectedPathConflict: Rule<'ProjectedVolumeSource'> = {
  code: 'projected-path-conflict',
  severity: 'error',
  on: 'ProjectedVolumeSource',
  summary: 'The files of a projected volume have different paths, because one would hide the other.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateProjectionSources',
  check({ sources = [] }, at, report) {
    const files = new Map<string, Path>();
    for (const [index, source] of sources.entries()) {
      for (const name of ['secret', 'configMap', 'downwardAPI'] as const) {
        for (const [itemIndex, { path }] of (source[name]?.items ?? []).entries()) {
          if (path === '') continue;
          const here = at.field('sources').item(index).field(name).field('items').item(itemIndex).field('path');
          const other = files.get(path);
          if (other === undefined) files.set(path, here);
          else report(here, `"${path}" is that of ${other.text()}`, 'change one of them');
        }
      }
    }
  },
};
