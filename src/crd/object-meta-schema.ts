import type { JSONSchemaProps } from '../manifest/kubernetes';
import { own } from './own';

const TEXT: JSONSchemaProps = { type: 'string' };
const TIME: JSONSchemaProps = { type: 'string', format: 'date-time' };
const TEXTS: JSONSchemaProps = { type: 'object', additionalProperties: TEXT };
const ANYTHING: JSONSchemaProps = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

/** What the metadata of every resource has, though no schema says so. */
const OBJECT_META: JSONSchemaProps = {
  type: 'object',
  properties: {
    annotations: TEXTS,
    creationTimestamp: TIME,
    deletionGracePeriodSeconds: { type: 'integer' },
    deletionTimestamp: TIME,
    finalizers: { type: 'array', items: TEXT },
    generateName: TEXT,
    generation: { type: 'integer' },
    labels: TEXTS,
    managedFields: { type: 'array', items: ANYTHING },
    name: TEXT,
    namespace: TEXT,
    ownerReferences: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          apiVersion: TEXT,
          blockOwnerDeletion: { type: 'boolean' },
          controller: { type: 'boolean' },
          kind: TEXT,
          name: TEXT,
          uid: TEXT,
        },
      },
    },
    resourceVersion: TEXT,
    selfLink: TEXT,
    uid: TEXT,
  },
};

/** What is known of the field of a resource, or of an object embedded in one, besides its schema. */
export function metaFieldSchema(field: string): JSONSchemaProps | undefined {
  return own({ apiVersion: TEXT, kind: TEXT, metadata: OBJECT_META }, field);
}
