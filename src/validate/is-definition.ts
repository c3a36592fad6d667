import type { CustomResourceDefinition } from '../manifest/kubernetes';

/** As far as a validation reads it: what is wrong with it otherwise is the business of who gave it. */
export function isDefinition(value: unknown): value is CustomResourceDefinition {
  const { apiVersion, kind, spec } = (value ?? {}) as Partial<CustomResourceDefinition>;
  return (
    apiVersion === 'apiextensions.k8s.io/v1' && kind === 'CustomResourceDefinition' && Array.isArray(spec?.versions)
  );
}
