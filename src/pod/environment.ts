import type { EnvFromSource, EnvVar, EnvVarSource } from '../manifest/kubernetes';
import { configKeyProblem, envNameProblem } from '../manifest/name';
import { keyed, type Problems } from '../manifest/problem';
import type { Quantity } from '../manifest/quantity';
import { checkReference, nameOf, type NameOf } from '../manifest/reference';

/** A key of a Secret or a ConfigMap. */
export interface KeyReference {
  readonly name: NameOf;
  readonly key: string;
  /**
   * Whether the container starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/** Fields of its own pod that a container can read, as Kubernetes' `fieldRef` allows. */
export type FieldPath =
  | 'metadata.name'
  | 'metadata.namespace'
  | 'metadata.uid'
  | `metadata.labels['${string}']`
  | `metadata.annotations['${string}']`
  | 'spec.nodeName'
  | 'spec.serviceAccountName'
  | 'status.hostIP'
  | 'status.hostIPs'
  | 'status.podIP'
  | 'status.podIPs';

/** Resources of a container that it can read, as Kubernetes' `resourceFieldRef` allows. */
export type ResourceField = `${'requests' | 'limits'}.${'cpu' | 'memory' | 'ephemeral-storage' | `hugepages-${string}`}`;

/** The value of an environment variable: a text, or where Kubernetes takes it from. */
export type EnvValue =
  | string
  | { readonly secretKeyRef: KeyReference }
  | { readonly configMapKeyRef: KeyReference }
  | { readonly fieldRef: { readonly fieldPath: FieldPath; readonly apiVersion?: string } }
  | {
      readonly resourceFieldRef: {
        readonly resource: ResourceField;
        readonly containerName?: string;
        readonly divisor?: Quantity;
      };
    }
  | { readonly fileKeyRef: NonNullable<EnvVarSource['fileKeyRef']> };

/** Environment variables by name, in the order in which they may refer to each other as `$(NAME)`. */
export type Env = Readonly<Record<string, EnvValue>>;

/** All keys of a Secret or ConfigMap as environment variables. */
export type EnvFrom =
  | { readonly secretRef: { readonly name: NameOf; readonly optional?: boolean }; readonly prefix?: string }
  | { readonly configMapRef: { readonly name: NameOf; readonly optional?: boolean }; readonly prefix?: string };

export function environment(env: Env | undefined): readonly EnvVar[] | undefined {
  const entries = Object.entries(env ?? {});
  return entries.length === 0 ? undefined : entries.map(([name, value]) => ({ name, ...valueOrSource(value) }));
}

export function environmentSources(envFrom: readonly EnvFrom[] | undefined): readonly EnvFromSource[] | undefined {
  if (envFrom === undefined || envFrom.length === 0) return undefined;
  return envFrom.map((source) =>
    'secretRef' in source
      ? { ...source, secretRef: { ...source.secretRef, name: nameOf(source.secretRef.name) } }
      : { ...source, configMapRef: { ...source.configMapRef, name: nameOf(source.configMapRef.name) } },
  );
}

export function checkEnvironment(
  problems: Problems,
  env: Env | undefined,
  envFrom: readonly EnvFrom[] | undefined,
): void {
  for (const [name, value] of Object.entries(env ?? {})) {
    const prop = keyed('env', name);
    const problem = envNameProblem(name);
    if (problem !== undefined) problems.add('env', name, problem);
    if (typeof value === 'string') continue;
    if (typeof value !== 'object') {
      problems.add(prop, value, 'is not a string: quote it, or take it from secretKeyRef, configMapKeyRef or fieldRef');
    } else if ('secretKeyRef' in value) checkKey(problems.at(`${prop}.secretKeyRef`), value.secretKeyRef, 'Secret');
    else if ('configMapKeyRef' in value) checkKey(problems.at(`${prop}.configMapKeyRef`), value.configMapKeyRef, 'ConfigMap');
  }
  for (const [index, source] of (envFrom ?? []).entries()) {
    const at = problems.at(`envFrom[${index}]`);
    if ('secretRef' in source) checkReference(at, 'secretRef.name', source.secretRef.name, 'Secret');
    else checkReference(at, 'configMapRef.name', source.configMapRef.name, 'ConfigMap');
    if (source.prefix !== undefined && source.prefix !== '') at.check('prefix', source.prefix, envNameProblem);
  }
}

function valueOrSource(value: EnvValue): Omit<EnvVar, 'name'> {
  if (typeof value === 'string') return { value };
  if ('secretKeyRef' in value) {
    return { valueFrom: { secretKeyRef: { ...value.secretKeyRef, name: nameOf(value.secretKeyRef.name) } } };
  }
  if ('configMapKeyRef' in value) {
    return { valueFrom: { configMapKeyRef: { ...value.configMapKeyRef, name: nameOf(value.configMapKeyRef.name) } } };
  }
  return { valueFrom: value };
}

function checkKey(problems: Problems, reference: KeyReference, kind: string): void {
  checkReference(problems, 'name', reference.name, kind);
  problems.check('key', reference.key, configKeyProblem);
}
