import { basename } from 'node:path';
import { isFields } from '../../values/fields';
import type { Document } from '../../yaml/read-documents';

/**
 * Whether a document of a folder tells kustomize what to do with the others, and is no object of the cluster. In a file of the name that
 * kustomize looks for it may leave out its apiVersion. A Kustomization of Flux is an object.
 */
export function isKustomization(document: Document, path: string): boolean {
  if (!('value' in document) || !isFields(document.value)) return false;
  const { apiVersion } = document.value as { readonly apiVersion?: unknown };
  if (apiVersion === undefined) return FILE_NAME.test(basename(path));
  return typeof apiVersion === 'string' && apiVersion.startsWith('kustomize.config.k8s.io/');
}

const FILE_NAME = /^kustomization\.ya?ml$/;
