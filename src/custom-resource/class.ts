import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CustomResourceDefinition, ObjectMeta } from '../manifest/kubernetes';
import type { CustomResourceOptions, InputFields, OutputFields, StorageVersion, VersionOptions } from './options';

/** What an author says of an object besides its fields. */
export type CustomObjectMeta = Pick<
  ObjectMeta,
  'name' | 'namespace' | 'labels' | 'annotations' | 'finalizers' | 'ownerReferences'
>;

/** What an object is made from: its metadata, its `spec`, and what other fields its version has. */
export type CustomResourceProps<Version extends VersionOptions> = {
  /** @default the id as the name, and the namespace of the chart */
  readonly metadata?: CustomObjectMeta;
} & InputFields<Version>;

/** An object as a controller reads it from the API server: defaults are filled in, and there may be a status. */
export type CustomObject<
  Group extends string,
  Kind extends string,
  Name extends string,
  Version extends VersionOptions,
> = {
  readonly apiVersion: `${Group}/${Name}`;
  readonly kind: Kind;
  readonly metadata: ObjectMeta & { readonly name: string };
} & OutputFields<Version>;

/** An object as its author writes it, with everything that kubectl needs. */
export type CustomManifest<
  Group extends string,
  Kind extends string,
  Name extends string,
  Version extends VersionOptions,
> = {
  readonly apiVersion: `${Group}/${Name}`;
  readonly kind: Kind;
  readonly metadata: CustomObjectMeta & { readonly name: string };
} & InputFields<Version>;

/** One version of a custom resource: a construct class for its objects, and a parser. */
export interface CustomResourceVersion<
  Group extends string,
  Kind extends string,
  Name extends string,
  Version extends VersionOptions,
> {
  /**
   * Adds an object to the chart. Its name is `metadata.name`, or the id.
   *
   * @throws InvalidPropsError with everything that the API server would refuse
   * @throws DuplicateObjectError when another construct of the app makes the same object
   */
  new (scope: Construct, id: string, props: CustomResourceProps<Version>): ApiObject;

  /** `'cloud.com/v1'` */
  readonly apiVersion: `${Group}/${Name}`;
  readonly kind: Kind;

  /**
   * The object as a plain manifest, checked like the construct. For programs without a chart, such as a controller or a test.
   *
   * @throws InvalidPropsError
   */
  manifest(
    props: CustomResourceProps<Version> & { readonly metadata: { readonly name: string } },
  ): CustomManifest<Group, Kind, Name, Version>;

  /**
   * Reads an object that came from the API server or from a file, and fills in the defaults.
   *
   * @throws InvalidPropsError with all that is wrong, when it is not an object of this kind and version
   */
  parse(object: unknown): CustomObject<Group, Kind, Name, Version>;
}

/** What {@link customResource} makes: a class for objects of the stored version, the definition, and the other versions. */
export interface CustomResource<Options extends CustomResourceOptions> extends CustomResourceVersion<
  Options['group'],
  Options['kind'],
  StorageVersion<Options['versions']> & string,
  Options['versions'][StorageVersion<Options['versions']>]
> {
  /** The CustomResourceDefinition as a plain manifest. */
  readonly definition: CustomResourceDefinition;

  /** Adds the CustomResourceDefinition to a chart. It belongs to the whole cluster, so the chart's namespace does not land on it. */
  readonly Definition: new (scope: Construct, id: string) => ApiObject;

  /** The same class for each version. */
  readonly versions: {
    readonly [Name in keyof Options['versions'] & string]: CustomResourceVersion<
      Options['group'],
      Options['kind'],
      Name,
      Options['versions'][Name]
    >;
  };
}

/** The objects of a custom resource, as its controller reads them: `ObjectOf<typeof ManagedRedis>`. */
export type ObjectOf<Resource extends { parse(object: unknown): unknown }> = ReturnType<Resource['parse']>;
