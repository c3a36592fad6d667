import type { EnvFromSource, EnvVar, EnvVarSource } from '../manifest/kubernetes';
import { configKeyProblem, envNameProblem } from '../manifest/name';
import { checkOneOf, type OneOf } from '../props/one-of';
import { keyed, type Problems } from '../props/problem';
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
export type ResourceField =
  `${'requests' | 'limits'}.${'cpu' | 'memory' | 'ephemeral-storage' | `hugepages-${string}`}`;

/** Where Kubernetes can take the value of an environment variable from. */
export interface EnvSources {
  readonly secretKeyRef: KeyReference;
  readonly configMapKeyRef: KeyReference;
  readonly fieldRef: { readonly fieldPath: FieldPath; readonly apiVersion?: string };
  readonly resourceFieldRef: {
    readonly resource: ResourceField;
    readonly containerName?: string;
    readonly divisor?: Quantity;
  };
  readonly fileKeyRef: NonNullable<EnvVarSource['fileKeyRef']>;
}

/** The value of an environment variable: a text, or exactly one source. */
export type EnvValue = string | OneOf<EnvSources>;

/** Environment variables by name, in the order in which they may refer to each other as `$(NAME)`. */
export type Env = Readonly<Record<string, EnvValue>>;

/** All keys of a Secret or ConfigMap as environment variables. */
export type EnvFrom = OneOf<{ readonly secretRef: EnvFromReference; readonly configMapRef: EnvFromReference }> & {
  /** What the names of the variables begin with. */
  readonly prefix?: string;
};

export interface EnvFromReference {
  readonly name: NameOf;
  /**
   * Whether the container starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

export function environment(env: Env | undefined): readonly EnvVar[] | undefined {
  const entries = Object.entries(env ?? {});
  return entries.length === 0 ? undefined : entries.map(([name, value]) => ({ name, ...valueOrSource(value) }));
}

export function environmentSources(envFrom: readonly EnvFrom[] | undefined): readonly EnvFromSource[] | undefined {
  if (envFrom === undefined || envFrom.length === 0) return undefined;
  return envFrom.map((source) =>
    source.secretRef
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
    if (typeof value !== 'object' || (value as unknown) === null) checkText(problems, prop, value);
    else checkSource(problems.at(prop), value);
  }
  for (const [index, source] of (envFrom ?? []).entries()) {
    const at = problems.at(`envFrom[${index}]`);
    checkOneOf(at, source, 'source', ['secretRef', 'configMapRef']);
    checkReference(at, 'secretRef.name', source.secretRef?.name, 'Secret');
    checkReference(at, 'configMapRef.name', source.configMapRef?.name, 'ConfigMap');
    if (source.prefix !== undefined && source.prefix !== '') at.check('prefix', source.prefix, envNameProblem);
  }
}

function valueOrSource(value: EnvValue): Omit<EnvVar, 'name'> {
  if (typeof value === 'string') return { value };
  if (value.secretKeyRef) {
    return { valueFrom: { secretKeyRef: { ...value.secretKeyRef, name: nameOf(value.secretKeyRef.name) } } };
  }
  if (value.configMapKeyRef) {
    return { valueFrom: { configMapKeyRef: { ...value.configMapKeyRef, name: nameOf(value.configMapKeyRef.name) } } };
  }
  return { valueFrom: value };
}

/** TypeScript lets no such value through, but for `process.env.X as string`. */
function checkText(problems: Problems, prop: string, value: unknown): void {
  if (value === undefined || value === null)
    problems.add(prop, undefined, `is ${value}: give a string, or leave it out`);
  else problems.add(prop, value, 'is not a string: write it in quotes');
}

function checkSource(problems: Problems, source: OneOf<EnvSources>): void {
  checkOneOf(problems, source, 'source', SOURCES);
  if (source.secretKeyRef) checkKey(problems.at('secretKeyRef'), source.secretKeyRef, 'Secret');
  if (source.configMapKeyRef) checkKey(problems.at('configMapKeyRef'), source.configMapKeyRef, 'ConfigMap');
}

const SOURCES: readonly (keyof EnvSources)[] = [
  'secretKeyRef',
  'configMapKeyRef',
  'fieldRef',
  'resourceFieldRef',
  'fileKeyRef',
];

function checkKey(problems: Problems, reference: KeyReference, kind: string): void {
  checkReference(problems, 'name', reference.name, kind);
  problems.check('key', reference.key, configKeyProblem);
}
