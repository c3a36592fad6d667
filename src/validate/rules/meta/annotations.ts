import type { Rule } from '../../rule';
import { annotationKeyProblem } from '../qualified-name';
import { checkKey } from './check-labels';
import { isOfUncheckedTemplate } from './unchecked-template';
import { hasUnreadMetadata } from './unread-metadata';

export const annotationFormat: Rule<'ObjectMeta'> = {
  code: 'annotation-format',
  severity: 'error',
  on: 'ObjectMeta',
  needs: ['ObjectMeta.annotations'],
  summary: 'The key of an annotation is a name, or a DNS subdomain, "/" and a name; its value is free.',
  mirrors: 'apimachinery/pkg/api/validation/objectmeta.go: ValidateAnnotations',
  check({ annotations }, at, report, { object }) {
    if (annotations === undefined || isOfUncheckedTemplate(at) || hasUnreadMetadata(object)) return;
    for (const key of Object.keys(annotations)) checkKey(report, at, 'annotations', key, annotationKeyProblem);
  },
};

const MAX_BYTES = 256 * 1024;

export const annotationsSize: Rule<'ObjectMeta'> = {
  code: 'annotations-size',
  severity: 'error',
  on: 'ObjectMeta',
  needs: ['ObjectMeta.annotations'],
  summary: 'The annotations of an object have at most 256 KiB, because etcd holds all of it in one value.',
  mirrors: 'apimachinery/pkg/api/validation/objectmeta.go: ValidateAnnotationsSize',
  check({ annotations }, at, report, { object }) {
    if (annotations === undefined || isOfUncheckedTemplate(at) || hasUnreadMetadata(object)) return;
    let characters = 0;
    for (const key of Object.keys(annotations)) characters += key.length + (annotations[key] ?? '').length;
    // A character of a string has at most three bytes.
    if (characters * 3 <= MAX_BYTES) return;
    const bytes = Object.entries(annotations).reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
    if (bytes <= MAX_BYTES) return;
    report(at.field('annotations'), `have ${bytes} bytes; ${MAX_BYTES} fit`, 'put large texts into a ConfigMap');
  },
};
