import { createHash } from 'node:crypto';
import { byteSizeProblem } from '../manifest/byte-size';
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
import { checkOneOf, type OneOf } from '../props/one-of';
import { mountPathProblem, subPathProblem } from '../manifest/path';
import { keyed, type Problems } from '../props/problem';
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

/** How a volume appears in a container. */
export interface MountOptions {
  /** @default false, but true for `{ volume }` of a NodeAgent's `host.paths` */
  readonly readOnly?: boolean;
  readonly recursiveReadOnly?: VolumeMount['recursiveReadOnly'];
  /** Only this file or folder of the volume. A file mounted so does not change when its ConfigMap does. */
  readonly subPath?: string;
  /** The same with `$(NAME)` of the container's environment. */
  readonly subPathExpr?: string;
  /** Whether mounts below it appear on the other side: `'Bidirectional'` is only for a privileged container. @default 'None' */
  readonly mountPropagation?: VolumeMount['mountPropagation'];
}

/** A volume of its own, or `{ volume }`: one that is named in `volumes`, or that the construct makes (`data`, `config`, `host-var-log`). */
export type Mount = OneOf<VolumeSources & { readonly volume: string }> & MountOptions;

/**
 * What a container sees at which path.
 *
 * @example
 * { '/var/run/postgresql': { emptyDir: {} }, '/etc/tls': { secret: { secretName: 'tls' }, readOnly: true } }
 */
export type Mounts = Readonly<Record<string, Mount>>;

/** A mount that the construct makes. */
export interface OwnMount {
  /** The prop that asks for it: `'storage'`, `'config'`. */
  readonly prop: string;
  readonly path: string;
  readonly mount: Mount;
}

/** Volumes that are read-only unless a mount says `readOnly: false`, by name. */
export type ReadOnlyVolumes = ReadonlyMap<string, { readonly prop: string; readonly mayWrite: boolean }>;

/** What containers can mount. */
export interface MountableVolumes {
  /** The names that `{ volume }` may mean. */
  readonly volumes: ReadonlySet<string>;
  readonly readOnlyVolumes: ReadOnlyVolumes;
  /** Whether the pod may have folders of its node. */
  readonly hasHost: boolean;
}

/** Volumes by name, for containers that share one. */
export type Volumes = Readonly<Record<string, VolumeSource>>;

/** The volumes of a pod, while its containers ask for theirs. */
export interface PodVolumes {
  /** Adds what `mounts` needs, under names made from the paths, and gives the container's side. */
  mount(container: string, mounts: Mounts): readonly VolumeMount[];
  readonly volumes: readonly Volume[];
}

const SOURCES: readonly (keyof VolumeSources)[] = [
  'emptyDir',
  'configMap',
  'secret',
  'projected',
  'downwardAPI',
  'persistentVolumeClaim',
  'ephemeral',
  'csi',
  'nfs',
  'image',
];
const OPTIONS = ['readOnly', 'recursiveReadOnly', 'subPath', 'subPathExpr', 'mountPropagation'] as const;

/**
 * @param main the main container: its volumes are named by their paths alone, those of others begin with the container's name
 * @param named volumes that exist under a name of their own
 * @param reserved names that are volumes already, such as those of claim templates
 */
export function podVolumes(
  main: string,
  named: readonly Volume[],
  reserved: readonly string[],
  readOnlyVolumes: ReadOnlyVolumes,
): PodVolumes {
  const volumes = [...named];
  const taken = new Set([...reserved, ...named.map(({ name }) => name)]);
  return {
    volumes,
    mount: (container, mounts) =>
      Object.entries(mounts).map(([mountPath, mount]) => {
        if (mount.volume !== undefined) {
          const { readOnly = readOnlyVolumes.has(mount.volume) } = mount;
          return { name: mount.volume, mountPath, ...mountOptions({ ...mount, readOnly }) };
        }
        const name = freeVolumeName(container === main ? mountPath : `${container}-${mountPath}`, taken);
        volumes.push({ name, ...volumeSource(mount) });
        return { name, mountPath, ...mountOptions(mount) };
      }),
  };
}

/** A volume source as Kubernetes takes it: objects become their names, mount options are left out. */
export function volumeSource(source: VolumeSource): Omit<Volume, 'name'> {
  if (source.configMap) return { configMap: { ...source.configMap, name: nameOf(source.configMap.name) } };
  if (source.secret) return { secret: { ...source.secret, secretName: nameOf(source.secret.secretName) } };
  if (source.persistentVolumeClaim) {
    const { claimName, ...rest } = source.persistentVolumeClaim;
    return { persistentVolumeClaim: { claimName: nameOf(claimName), ...rest } };
  }
  return Object.fromEntries(SOURCES.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]));
}

export function checkMounts(
  problems: Problems,
  own: readonly OwnMount[],
  mounts: Mounts | undefined,
  pod: MountableVolumes & { readonly isMain: boolean },
): void {
  const seen = new Map<string, string>();
  for (const { prop, path } of own) {
    const other = seen.get(normalPath(path));
    if (other !== undefined) problems.add(`${prop}.mountPath`, path, other);
    seen.set(normalPath(path), `is where ${prop} is mounted: take another path`);
  }
  for (const [path, mount] of Object.entries(mounts ?? {})) {
    const problem = mountPathProblem(path) ?? seen.get(normalPath(path));
    if (problem !== undefined) problems.add('mounts', path, problem);
    seen.set(normalPath(path), `is the same path as "${path}": mount one thing at a path`);
    checkMount(problems.at(keyed('mounts', path)), path, mount, pod);
  }
}

/** The API server refuses a mount that goes back to the node in a container that is not privileged. */
export function checkPropagation(
  problems: Problems,
  own: readonly OwnMount[],
  mounts: Mounts | undefined,
  privilegeProp: 'privilege' | 'host',
): void {
  const problem = `is only for a privileged container: use "HostToContainer", or say why in ${privilegeProp}: { reason, privileged: true }`;
  const given = Object.entries(mounts ?? {}).map(([path, mount]) => ({ prop: keyed('mounts', path), mount }));
  for (const { prop, mount } of [...own, ...given]) {
    if (mount.mountPropagation !== 'Bidirectional') continue;
    problems.add(`${prop}.mountPropagation`, mount.mountPropagation, problem);
  }
}

/**
 * @param own the names of the volumes that the construct makes
 * @param hasHost whether the pod may have folders of its node
 */
export function checkVolumes(
  problems: Problems,
  volumes: Volumes | undefined,
  own: readonly string[],
  hasHost: boolean,
): void {
  for (const [name, source] of Object.entries(volumes ?? {})) {
    const taken = own.includes(name) ? 'is a volume that the construct makes: take another name' : undefined;
    problems.check('volumes', name, (text) => taken ?? dnsLabelProblem(text));
    checkSource(problems.at(keyed('volumes', name)), source, (path) =>
      hasHost ? `name it in host.paths: { "${path}": { name: "${name}" } }` : ONLY_A_NODE_AGENT,
    );
  }
}

const ONLY_A_NODE_AGENT = 'only a NodeAgent may have it, in host.paths';

function checkMount(
  problems: Problems,
  mountPath: string,
  mount: Mount,
  { volumes, readOnlyVolumes, hasHost, isMain }: MountableVolumes & { readonly isMain: boolean },
): void {
  if (mount.volume === undefined) {
    checkSource(problems, mount, (path) => {
      if (!hasHost) return ONLY_A_NODE_AGENT;
      if (isMain) return `name it in host.paths: { "${path}": { mountPath: "${mountPath}" } }`;
      const volume = hostVolumeName(path, new Set());
      return `name it in host.paths: { "${path}": {} }, and mount { volume: "${volume}" }`;
    });
  } else if (!volumes.has(mount.volume)) {
    const names = [...volumes].map((name) => `"${name}"`).join(', ');
    problems.add(
      'volume',
      mount.volume,
      `is not a volume of this pod: declare it in volumes${names && `, or use ${names}`}`,
    );
  }
  const { prop, mayWrite = true } = readOnlyVolumes.get(mount.volume ?? '') ?? {};
  if (mount.readOnly === false && !mayWrite) {
    problems.add('readOnly', false, `is more than ${prop} allows: give it readOnly: false, too, or leave it out here`);
  }
  problems.check('subPath', mount.subPath, subPathProblem);
  problems.check('subPathExpr', mount.subPathExpr, subPathProblem);
  if (mount.subPath !== undefined && mount.subPathExpr !== undefined) {
    problems.add('subPathExpr', mount.subPathExpr, 'stands beside subPath: give one of them');
  }
}

/** @param wayOut from a folder of the node: `name it in host.paths` */
function checkSource(problems: Problems, source: VolumeSource, wayOut: (path: string) => string): void {
  if ('hostPath' in source) {
    const { path = '/path' } = (source.hostPath ?? {}) as { readonly path?: string };
    problems.add('hostPath', undefined, `is a folder of the node: ${wayOut(path)}`);
  } else {
    checkOneOf(problems, source, 'source', SOURCES);
  }
  problems.check('emptyDir.sizeLimit', source.emptyDir?.sizeLimit, (size) => byteSizeProblem(size, 'Mi'));
  const { storage } = source.ephemeral?.volumeClaimTemplate?.spec.resources?.requests ?? {};
  problems.check('ephemeral.volumeClaimTemplate.spec.resources.requests.storage', storage, (size) =>
    byteSizeProblem(size, 'Gi'),
  );
  if (source.configMap) checkReference(problems, 'configMap.name', source.configMap.name, 'ConfigMap');
  if (source.secret) checkReference(problems, 'secret.secretName', source.secret.secretName, 'Secret');
  if (source.persistentVolumeClaim) {
    const { claimName } = source.persistentVolumeClaim;
    checkReference(problems, 'persistentVolumeClaim.claimName', claimName, 'PersistentVolumeClaim');
  }
}

function mountOptions(mount: Mount): MountOptions {
  const given = OPTIONS.filter((key) => mount[key] !== undefined && mount[key] !== false);
  return Object.fromEntries(given.map((key) => [key, mount[key]]));
}

/** Paths that are one and the same have one normal path. */
export function normalPath(path: string): string {
  return path.replace(/\/(\.?\/)+/g, '/').replace(/(.)\/\.?$/, '$1');
}

/** The name of the volume of a folder of the node, which it takes: `/opt/cni/bin` becomes `host-opt-cni-bin`. */
export function hostVolumeName(path: string, taken: Set<string>): string {
  return freeVolumeName(path === '/' ? 'host-root' : `host-${path}`, taken);
}

/**
 * A name for the volume that is mounted at a path, and takes it: `/var/run/postgresql` becomes `var-run-postgresql`, a DNS label, the same
 * in every synth.
 */
function freeVolumeName(path: string, taken: Set<string>): string {
  const name = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const fits = name !== '' && name.length <= 63 && !taken.has(name);
  const free = fits ? name : `${name.slice(0, 54)}-${hash(path)}`.replace(/^-/, '');
  taken.add(free);
  return free;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
