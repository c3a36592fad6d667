import { createHash } from 'node:crypto';
import type {
  ConfigMapVolumeSource,
  CSIVolumeSource,
  DownwardAPIVolumeSource,
  EmptyDirVolumeSource,
  EphemeralVolumeSource,
  ImageVolumeSource,
  NFSVolumeSource,
  ProjectedVolumeSource,
  SecretVolumeSource,
  Volume,
  VolumeMount,
} from '../manifest/kubernetes';
import { dnsLabelProblem } from '../manifest/name';
import { mountPathProblem, subPathProblem } from '../manifest/path';
import { keyed, type Problems } from '../manifest/problem';
import { checkReference, nameOf, type NameOf } from '../manifest/reference';

/** Kubernetes' volume sources, with their own fields. */
export interface VolumeSources {
  readonly emptyDir: EmptyDirVolumeSource;
  readonly configMap: Omit<ConfigMapVolumeSource, 'name'> & { readonly name: NameOf };
  readonly secret: Omit<SecretVolumeSource, 'secretName'> & { readonly secretName: NameOf };
  readonly projected: ProjectedVolumeSource;
  readonly downwardAPI: DownwardAPIVolumeSource;
  readonly persistentVolumeClaim: { readonly claimName: NameOf; readonly readOnly?: boolean };
  readonly ephemeral: EphemeralVolumeSource;
  readonly csi: CSIVolumeSource;
  readonly nfs: NFSVolumeSource;
  readonly image: ImageVolumeSource;
}

/** Where the files of a volume come from: exactly one of the sources. */
export type VolumeSource = OneOf<VolumeSources>;

/** Objects with exactly one of the fields of `Fields`. */
type OneOf<Fields> = {
  readonly [One in keyof Fields]: { readonly [Key in One]: Fields[Key] } & { readonly [Other in Exclude<keyof Fields, One>]?: never };
}[keyof Fields];

/** How a volume appears in a container. */
export interface MountOptions {
  /** @default false */
  readonly readOnly?: boolean;
  readonly recursiveReadOnly?: VolumeMount['recursiveReadOnly'];
  /** Only this file or folder of the volume. A file mounted so does not change when its ConfigMap does. */
  readonly subPath?: string;
  /** The same with `$(NAME)` of the container's environment. */
  readonly subPathExpr?: string;
  readonly mountPropagation?: VolumeMount['mountPropagation'];
}

/** A volume of its own, or `{ volume }`: one that is named in `volumes`, or that the construct makes (`data`, `config`). */
export type Mount = (VolumeSource | { readonly volume: string }) & MountOptions;

/**
 * What a container sees at which path.
 *
 * @example
 * { '/var/run/postgresql': { emptyDir: {} }, '/etc/tls': { secret: { secretName: 'tls' }, readOnly: true } }
 */
export type Mounts = Readonly<Record<string, Mount>>;

/** Volumes by name, for containers that share one. */
export type Volumes = Readonly<Record<string, VolumeSource>>;

/** The volumes of a pod, while its containers ask for theirs. */
export interface PodVolumes {
  /** Adds what `mounts` needs, under names made from the paths, and gives the container's side. */
  mount(container: string, mounts: Mounts): readonly VolumeMount[];
  readonly volumes: readonly Volume[];
}

const OPTIONS = ['readOnly', 'recursiveReadOnly', 'subPath', 'subPathExpr', 'mountPropagation'] as const;

/**
 * @param main the main container: its volumes are named by their paths alone, those of others begin with the container's name
 * @param named volumes that exist under a name of their own
 * @param reserved names that are volumes already, such as those of claim templates
 */
export function podVolumes(main: string, named: readonly Volume[], reserved: readonly string[]): PodVolumes {
  const volumes = [...named];
  const taken = new Set([...reserved, ...named.map(({ name }) => name)]);
  const newName = (container: string, path: string): string => {
    const name = volumeName(container === main ? path : `${container}-${path}`);
    const free = taken.has(name) ? `${name.slice(0, 54)}-${hash(`${container}:${path}`)}` : name;
    taken.add(free);
    return free;
  };
  return {
    volumes,
    mount: (container, mounts) =>
      Object.entries(mounts).map(([mountPath, mount]) => {
        if ('volume' in mount) return { name: mount.volume, mountPath, ...mountOptions(mount) };
        const name = newName(container, mountPath);
        volumes.push({ name, ...volumeSource(mount) });
        return { name, mountPath, ...mountOptions(mount) };
      }),
  };
}

/** A volume source as Kubernetes takes it: objects become their names, mount options are left out. */
export function volumeSource(source: VolumeSource): Omit<Volume, 'name'> {
  if ('configMap' in source) return { configMap: { ...source.configMap, name: nameOf(source.configMap.name) } };
  if ('secret' in source) return { secret: { ...source.secret, secretName: nameOf(source.secret.secretName) } };
  if ('persistentVolumeClaim' in source) {
    const { claimName, ...rest } = source.persistentVolumeClaim;
    return { persistentVolumeClaim: { claimName: nameOf(claimName), ...rest } };
  }
  return Object.fromEntries(Object.entries(source).filter(([key]) => !(OPTIONS as readonly string[]).includes(key)));
}

export function checkMounts(problems: Problems, mounts: Mounts | undefined, known: ReadonlySet<string>): void {
  const seen = new Map<string, string>();
  for (const [path, mount] of Object.entries(mounts ?? {})) {
    const problem = mountPathProblem(path);
    if (problem !== undefined) problems.add('mounts', path, problem);
    const normal = path.replace(/\/+$/, '') || '/';
    const other = seen.get(normal);
    if (other !== undefined) problems.add('mounts', path, `is the same path as "${other}": mount one thing at a path`);
    seen.set(normal, path);
    checkMount(problems.at(keyed('mounts', path)), mount, known);
  }
}

export function checkVolumes(problems: Problems, volumes: Volumes | undefined): void {
  for (const [name, source] of Object.entries(volumes ?? {})) {
    const problem = dnsLabelProblem(name);
    if (problem !== undefined) problems.add('volumes', name, problem);
    checkSource(problems.at(keyed('volumes', name)), source);
  }
}

function checkMount(problems: Problems, mount: Mount, known: ReadonlySet<string>): void {
  if (!('volume' in mount)) checkSource(problems, mount);
  else if (!known.has(mount.volume)) {
    const names = [...known].map((name) => `"${name}"`).join(', ');
    problems.add('volume', mount.volume, `is not a volume of this pod: declare it in volumes${names && `, or use ${names}`}`);
  }
  problems.check('subPath', mount.subPath, subPathProblem);
  if (mount.subPath !== undefined && mount.subPathExpr !== undefined) {
    problems.add('subPathExpr', mount.subPathExpr, 'stands beside subPath: give one of them');
  }
}

function checkSource(problems: Problems, source: VolumeSource): void {
  const kinds = Object.keys(source).filter((key) => !(OPTIONS as readonly string[]).includes(key));
  if (kinds.length !== 1) {
    problems.add('', undefined, `has ${kinds.length === 0 ? 'no source' : kinds.join(' and ')}: give exactly one volume source`);
  }
  if ('configMap' in source) checkReference(problems, 'configMap.name', source.configMap.name, 'ConfigMap');
  if ('secret' in source) checkReference(problems, 'secret.secretName', source.secret.secretName, 'Secret');
  if ('persistentVolumeClaim' in source) {
    const { claimName } = source.persistentVolumeClaim;
    checkReference(problems, 'persistentVolumeClaim.claimName', claimName, 'PersistentVolumeClaim');
  }
  if ('hostPath' in source) {
    problems.add('hostPath', undefined, 'is a folder of the node: only a NodeAgent may have it, in host.paths');
  }
}

function mountOptions(mount: Mount): MountOptions {
  return Object.fromEntries(OPTIONS.filter((key) => mount[key] !== undefined).map((key) => [key, mount[key]]));
}

/** `/var/run/postgresql` becomes `var-run-postgresql`: a DNS label, the same in every synth. */
function volumeName(path: string): string {
  const name = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (name === '') return 'root';
  return name.length <= 63 ? name : `${name.slice(0, 54)}-${hash(path)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
