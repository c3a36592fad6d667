import type { AnyRule } from '../../rule';
import { annotationFormat, annotationsSize } from './annotations';
import { finalizers, shortFinalizer } from './finalizers';
import { generation } from './generation';
import { ignoreAnnotation } from './ignore-annotation';
import { labelFormat } from './label-format';
import { apiServiceName, objectName } from './object-name';
import { objectNamespace } from './object-namespace';
import { ownerReferences } from './owner-references';
import { resourceVersion } from './resource-version';
import { uncheckedTemplate } from './unchecked-template';

/** What holds for the metadata of every object, and of templates. */
export const META_RULES: readonly AnyRule[] = [
  annotationFormat,
  annotationsSize,
  apiServiceName,
  finalizers,
  generation,
  ignoreAnnotation,
  labelFormat,
  objectName,
  objectNamespace,
  ownerReferences,
  resourceVersion,
  shortFinalizer,
  uncheckedTemplate,
];
