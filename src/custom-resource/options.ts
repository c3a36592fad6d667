import type { z } from 'zod';
import type { JSONSchemaProps, ObjectMeta } from '../manifest/kubernetes';
import type { FieldPath } from './field-path';
import type { Rule, ServerRule } from './rule';

/** What a custom resource is called, where its objects live, and which versions it has. */
export interface CustomResourceOptions {
  /** The API group, a domain of yours: `'cloud.com'`. */
  readonly group: string;
  /** In camel case: `'ManagedRedis'`. */
  readonly kind: string;
  /** The name in URLs and for kubectl, in lower case. @default the kind in lower case and an `s` */
  readonly plural?: string;
  /** @default the kind in lower case */
  readonly singular?: string;
  /** Shorter names for kubectl: `['mr']`. */
  readonly shortNames?: readonly string[];
  /** Groups of kinds that kubectl lists together; `'all'` is that of `kubectl get all`. */
  readonly categories?: readonly string[];
  /** The kind of a list of objects. @default the kind and `List` */
  readonly listKind?: string;
  /** Whether objects live in a namespace. @default 'Namespaced' */
  readonly scope?: 'Namespaced' | 'Cluster';
  /** By name: `v1`, `v1beta2`. The API server lists stable ones first. */
  readonly versions: Readonly<Record<string, VersionOptions>>;
  /** How objects get from one version to another. @default unchanged, but for their `apiVersion` */
  readonly conversion?: ConversionWebhook;
  /** Of the CustomResourceDefinition. */
  readonly metadata?: Pick<ObjectMeta, 'labels' | 'annotations'>;
  /**
   * Whether to take what the API server takes though it cannot work, such as a column that leads nowhere: for a definition that is
   * somebody else's. @default false
   */
  readonly allowWarnings?: boolean;
}

/** One version of a custom resource. */
export interface VersionOptions {
  /** Whether objects are stored in this version; exactly one of several versions is. @default true for an only version */
  readonly storage?: boolean;
  /** Whether the API server offers it. @default true */
  readonly served?: boolean;
  /** What the user of an old version is told: a sentence, or `true` for Kubernetes' own. @default not deprecated */
  readonly deprecated?: boolean | string;
  /** What its authors write. */
  readonly spec?: z.ZodType;
  /**
   * What its controller writes. It is a subresource: whoever may write the object may not write this. With `z.never()` there is the
   * subresource, and nothing in it.
   */
  readonly status?: z.ZodType;
  /** Fields beside `spec` and `status`, for resources that have such. */
  readonly fields?: Readonly<Record<string, z.ZodType>>;
  /** What the name of an object must be like besides a DNS subdomain. */
  readonly name?: z.ZodString;
  /** Rules about the object as a whole, in which `self` has `metadata.name` and all fields. */
  readonly rules?: readonly (Rule<unknown> | (ServerRule & { readonly check?: never }))[];
  /** What the kind is for; `kubectl explain` shows it. */
  readonly description?: string;
  /** The columns of `kubectl get`. @default the age */
  readonly printerColumns?: readonly PrinterColumn[];
  /** For `kubectl scale` and autoscalers. */
  readonly scale?: ScaleSubresource;
  /** Fields for `kubectl get --field-selector`, at most eight: `['.spec.image']`. */
  readonly selectableFields?: readonly string[];
  /** What else the CRD says of the object as a whole, in its own words, as `matching()` says it of a value. */
  readonly matching?: JSONSchemaProps;
}

/** A column of `kubectl get`. */
export interface PrinterColumn {
  /** The heading, which kubectl writes in capitals: `'Image'`. */
  readonly name: string;
  /** Where the value is: `'.spec.image'`, `'.status.conditions[?(@.type=="Ready")].status'`, `'.metadata.creationTimestamp'`. */
  readonly jsonPath: string;
  /** `date` shows how long ago, and `<invalid>` for what is to come. @default the type that the field has in the schema */
  readonly type?: 'boolean' | 'date' | 'integer' | 'number' | 'string';
  readonly format?: 'byte' | 'date' | 'date-time' | 'double' | 'float' | 'int32' | 'int64' | 'password';
  readonly description?: string;
  /** Above 0 it is shown by `--output wide` only. @default 0 */
  readonly priority?: number;
}

/** The fields that are the size of an object. */
export interface ScaleSubresource {
  /** The size that is wanted: `'.spec.replica'`. */
  readonly specReplicasPath: string;
  /** The size that it has: `'.status.replicas'`. */
  readonly statusReplicasPath: string;
  /** The label selector of its pods, as a string, for autoscalers: `'.status.selector'`. */
  readonly labelSelectorPath?: string;
}

/** A program that converts objects between versions, at a URL or behind a Service. */
export type ConversionWebhook = {
  /** Certificates to trust, PEM in base64. */
  readonly caBundle?: string;
  /** The versions of ConversionReview that it reads. @default ['v1'] */
  readonly conversionReviewVersions?: readonly string[];
} & (
  | { readonly url: string; readonly service?: never }
  | {
      readonly url?: never;
      readonly service: {
        readonly namespace: string;
        readonly name: string;
        readonly path?: string;
        /** @default 443 */
        readonly port?: number;
      };
    }
);

/** The options, in which every path leads to a field and every word is known. A mistake becomes the type of what is wrong. */
export type Checked<Options extends CustomResourceOptions> = Known<Options, CustomResourceOptions> & {
  readonly versions: {
    readonly [Name in keyof Options['versions']]: CheckedVersion<Options['versions'][Name]>;
  };
};

type Known<Given, Words> = { readonly [Word in Exclude<keyof Given, keyof Words>]: UnknownOption<Word> };

/** There is no option of this name. */
export interface UnknownOption<Name> {
  readonly 'no option is called': Name;
}

type CheckedVersion<Version extends VersionOptions> = Known<Version, VersionOptions> & {
  readonly printerColumns?: {
    readonly [Index in keyof Version['printerColumns']]: CheckedColumn<Version, Version['printerColumns'][Index]>;
  };
  readonly scale?: {
    readonly [Field in keyof Version['scale']]: CheckedPath<Version, Version['scale'][Field]>;
  };
  readonly selectableFields?: {
    readonly [Index in keyof Version['selectableFields']]: CheckedPath<Version, Version['selectableFields'][Index]>;
  };
};

type CheckedColumn<Version extends VersionOptions, Column> = Column extends { readonly jsonPath: infer Path }
  ? Known<Column, PrinterColumn> & { readonly jsonPath: CheckedPath<Version, Path> }
  : Column;

type CheckedPath<Version extends VersionOptions, Path> = Path extends string
  ? string extends Path
    ? Path
    : FieldPath<StoredObject<Version>, Path>
  : Path;

/** What columns may show. */
type StoredObject<Version extends VersionOptions> = { readonly metadata: ObjectMeta } & OutputFields<Version>;

/** The fields of an object as its author writes them: what has a default may be left out, and the status is not there. */
export type InputFields<Version extends VersionOptions> = Field<'spec', Version['spec'], 'input'> &
  FieldsOf<Version['fields'], 'input'>;

/** The fields of an object as its controller reads them: with defaults, and with a status once there is one. */
export type OutputFields<Version extends VersionOptions> = Field<'spec', Version['spec'], 'output'> &
  FieldsOf<Version['fields'], 'output'> &
  StatusField<Version['status']>;

type StatusField<Status> = Status extends z.ZodType ? { readonly status?: z.output<Status> } : unknown;

type FieldsOf<Fields, Side extends 'input' | 'output'> =
  Fields extends Readonly<Record<string, z.ZodType>>
    ? {
        readonly [Name in keyof Fields as undefined extends SideOf<Fields[Name], Side> ? never : Name]: SideOf<
          Fields[Name],
          Side
        >;
      } & {
        readonly [Name in keyof Fields as undefined extends SideOf<Fields[Name], Side> ? Name : never]?: SideOf<
          Fields[Name],
          Side
        >;
      }
    : unknown;

/** A field that may be left out if its schema takes undefined. */
type Field<Name extends string, Schema, Side extends 'input' | 'output'> = Schema extends z.ZodType
  ? undefined extends SideOf<Schema, Side>
    ? { readonly [Key in Name]?: SideOf<Schema, Side> }
    : { readonly [Key in Name]: SideOf<Schema, Side> }
  : unknown;

type SideOf<Schema extends z.ZodType, Side extends 'input' | 'output'> = Side extends 'input'
  ? z.input<Schema>
  : z.output<Schema>;

/** The name of the version that is stored. */
export type StorageVersion<Versions> =
  IsUnion<keyof Versions> extends true
    ? { [Name in keyof Versions]: Versions[Name] extends { readonly storage: true } ? Name : never }[keyof Versions]
    : keyof Versions;

type IsUnion<T, Each = T> = T extends unknown ? ([Each] extends [T] ? false : true) : never;
