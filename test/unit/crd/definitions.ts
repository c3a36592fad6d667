import type { CustomResourceDefinition, JSONSchemaProps } from '../../../src/manifest/kubernetes';

/** Definitions that have one thing wrong with them, for the test of the rules and for the API server, which has to agree. */
export type Case = readonly [what: string, definition: CustomResourceDefinition, path: string, phrase: string];

interface Parts {
  readonly metadata?: object;
  readonly spec?: object;
  readonly names?: object;
  /** Of the only version. */
  readonly version?: object;
  readonly schema?: JSONSchemaProps;
}

/** A definition with nothing wrong but what is given. */
export function widget({ metadata, spec, names, version, schema = SCHEMA }: Parts = {}): CustomResourceDefinition {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.probe.example.com', ...metadata },
    spec: {
      group: 'probe.example.com',
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets', ...names },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema }, ...version }],
      ...spec,
    },
  };
}

export function object(
  properties: Readonly<Record<string, JSONSchemaProps>>,
  more: JSONSchemaProps = {},
): JSONSchemaProps {
  return { type: 'object', properties, ...more };
}

export const text: JSONSchemaProps = { type: 'string' };
export const whole: JSONSchemaProps = { type: 'integer' };

/** A definition whose `spec.a` has this schema, which is at the path A. */
export function field(a: JSONSchemaProps): CustomResourceDefinition {
  return widget({ schema: object({ spec: object({ a }) }) });
}

export const ROOT = 'spec.versions[0].schema.openAPIV3Schema';
export const A = `${ROOT}.properties.spec.properties.a`;

export const SCHEMA = object({
  spec: object({ replicas: whole, color: text, ports: { type: 'array', items: object({ name: text }) } }),
  status: object({ replicas: whole, selector: text }),
});

/** The versions of a definition with two of them. */
export function twoVersions(
  first: object,
  second: object,
  schemas: readonly [JSONSchemaProps, JSONSchemaProps],
): object {
  const version = { served: true, storage: true };
  return {
    versions: [
      { name: 'v1', ...version, schema: { openAPIV3Schema: schemas[0] }, ...first },
      { name: 'v2', ...version, storage: false, schema: { openAPIV3Schema: schemas[1] }, ...second },
    ],
  };
}
