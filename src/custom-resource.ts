// The entry point cdk8s-workloads/custom-resource.
export type {
  CustomManifest,
  CustomObject,
  CustomObjectMeta,
  CustomResource,
  CustomResourceProps,
  CustomResourceVersion,
  ObjectOf,
} from './custom-resource/class';
export { compareVersions, conversionLosses, type Definable } from './custom-resource/compare-versions';
export { customResource } from './custom-resource/custom-resource';
export { importCustomResource, type ImportedResource } from './custom-resource/import/import-custom-resource';
export { atomic, listMap, listSet } from './custom-resource/lists';
export { matching } from './custom-resource/matching';
export { int32, int64, intOrString, quantity } from './custom-resource/numbers';
export { embedded, preserve, type EmbeddedObject } from './custom-resource/objects';
export type {
  ConversionWebhook,
  CustomResourceOptions,
  PrinterColumn,
  ScaleSubresource,
  VersionOptions,
} from './custom-resource/options';
export { rule, serverRule, type Rule, type ServerRule } from './custom-resource/rule';
export { format, time, type StringFormat } from './custom-resource/strings';
export { InvalidPropsError, type Problem } from './props/problem';
// The declarations of a resource name it.
export type { Quantity } from './manifest/quantity';
export type { Breakage, ChangeCode, VersionChange } from './crd/version-change';
