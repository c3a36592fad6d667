import type { PersistentVolumeSpec, Volume } from '../../../../imports/kubernetes/types';
import type { Fields } from '../../../values/fields';
import { dnsLabelProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { backstepProblem } from '../pod/relative-path';
import { VOLUME_CHECKS } from '../volumes/volume-values';
import { REQUIRED_IN_SOURCE } from '../volumes/volumes';
import { SOURCES } from './persistent-volume';

export const persistentVolumeField: Rule<'PersistentVolumeSpec'> = {
  code: 'persistent-volume-field',
  severity: 'error',
  on: 'PersistentVolumeSpec',
  summary: 'The source of a PersistentVolume says what is mounted, and a Secret of it has a name and a namespace.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeSpec and the function of each source',
  check(spec, at, report) {
    for (const source of SOURCES) {
      const given = spec[source] as Fields | undefined;
      if (given === undefined) continue;
      const required = [...(REQUIRED_IN_SOURCE[source as keyof Volume] ?? []), ...(REQUIRED_HERE[source] ?? [])];
      for (const field of required) requireField(given, field, at.field(source), report);
      if (given['secretNamespace'] === '') requireField(given, 'secretNamespace', at.field(source), report);
      if (!SECRET_OWNERS.has(source) || given['secretRef'] === undefined) continue;
      const secret = given['secretRef'] as Fields;
      for (const field of source === 'iscsi' ? ['name'] : ['name', 'namespace']) {
        requireField(secret, field, at.field(source).field('secretRef'), report);
      }
    }
  },
};

/** What a source has in a PersistentVolume and not in a pod. */
const REQUIRED_HERE: Readonly<Partial<Record<(typeof SOURCES)[number], readonly string[]>>> = {
  csi: ['volumeHandle'],
  local: ['path'],
};

/** The server looks at no Secrets of others. */
const SECRET_OWNERS: ReadonlySet<string> = new Set(['cinder', 'iscsi', 'storageos']);

function requireField(owner: Fields, field: string, at: Path, report: Report): void {
  const value = owner[field];
  const isMissing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isMissing) report(at.field(field), 'is missing', `give the ${field}`);
}

export const persistentVolumeValue: Rule<'PersistentVolumeSpec'> = {
  code: 'persistent-volume-value',
  severity: 'error',
  on: 'PersistentVolumeSpec',
  summary: 'The values of the source of a PersistentVolume have the form that its plugin can read.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePersistentVolumeSpec and the function of each source',
  check(spec, at, report, { object }) {
    for (const source of SHARED) {
      if (spec[source] === undefined) continue;
      // Each check is for the source of its name, and reads no more of a volume than its name.
      const check = VOLUME_CHECKS[source] as AnyCheck | undefined;
      check?.(spec[source], at.field(source), report, { name: object.metadata?.name ?? '' });
    }
    const { glusterfs, local, storageos } = spec;
    if (local) checkField(report, at.field('local'), local, 'path', backstepProblem);
    if (glusterfs) checkField(report, at.field('glusterfs'), glusterfs, 'endpointsNamespace', dnsLabelProblem);
    for (const field of ['volumeName', 'volumeNamespace'] as const) {
      if (storageos?.[field]) checkField(report, at.field('storageos'), storageos, field, dnsLabelProblem);
    }
  },
};

/** The sources that the server reads in a PersistentVolume as it does in a pod. */
const SHARED = [
  'awsElasticBlockStore',
  'azureDisk',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'hostPath',
  'iscsi',
  'nfs',
  'quobyte',
] as const satisfies readonly (keyof PersistentVolumeSpec)[];

type AnyCheck = (source: unknown, at: Path, report: Report, volume: { readonly name: string }) => void;
