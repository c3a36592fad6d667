import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../src/manifest/kubernetes';
import { ROOT } from './project';

const { components } = JSON.parse(readFileSync(join(ROOT, 'imports/kubernetes/openapi.json'), 'utf8')) as {
  readonly components: { readonly schemas: Readonly<Record<string, JSONSchemaProps>> };
};

/**
 * A definition as large as those of Prometheus or CloudNativePG, which have whole pods in them, several times: made of Kubernetes' own
 * types in the way of controller-gen. If `isRepeated`, the same type is described in the same words wherever it occurs, as it is in
 * those; if not, nothing in it is twice the same.
 */
export function largeDefinition(kind: string, isRepeated: boolean): CustomResourceDefinition {
  const field = (type: string, path: string): JSONSchemaProps =>
    resolved(`io.k8s.api.${type}`, { path: `${kind}.${path}`, isRepeated });
  const pods = (path: string): JSONSchemaProps => ({
    type: 'object',
    description: `The pods of ${path}.`,
    required: ['template'],
    properties: {
      replicas: { type: 'integer', format: 'int32', minimum: 0, default: 1, description: 'How many there are.' },
      template: field('core.v1.PodTemplateSpec', path),
      claims: {
        type: 'array',
        items: field('core.v1.PersistentVolumeClaimSpec', `${path}.claim`),
        'x-kubernetes-list-type': 'atomic',
      },
    },
    'x-kubernetes-validations': [{ rule: 'self.replicas < 100', message: `${path} can't have 100 pods` }],
  });
  const plural = `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.large.example.com` },
    spec: {
      group: 'large.example.com',
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      scope: 'Namespaced',
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          additionalPrinterColumns: [{ name: 'Wanted', type: 'integer', jsonPath: '.spec.primary.replicas' }],
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: {
              type: 'object',
              required: ['spec'],
              properties: {
                spec: {
                  type: 'object',
                  required: ['primary'],
                  properties: {
                    primary: pods('primary'),
                    replicas: pods('replicas'),
                    backup: field('batch.v1.CronJobSpec', 'backup'),
                    autoscaling: field('autoscaling.v2.HorizontalPodAutoscalerSpec', 'autoscaling'),
                    service: field('core.v1.ServiceSpec', 'service'),
                  },
                },
                status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
              },
            },
          },
        },
      ],
    },
  };
}

const QUANTITY: JSONSchemaProps = {
  'x-kubernetes-int-or-string': true,
  anyOf: [{ type: 'integer' }, { type: 'string' }],
  pattern:
    '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$',
};

/** What controller-gen writes for some types. */
const KNOWN: Readonly<Record<string, JSONSchemaProps>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': QUANTITY,
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
    'x-kubernetes-int-or-string': true,
    anyOf: [{ type: 'integer' }, { type: 'string' }],
  },
  'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
    type: 'object',
    properties: {
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      annotations: { type: 'object', additionalProperties: { type: 'string' } },
    },
  },
};

/** What a description is about: the type that a field is in, or the way to it. */
interface Place {
  readonly path: string;
  readonly isRepeated: boolean;
}

function below({ path, isRepeated }: Place, step: string): Place {
  return { path: isRepeated ? path : path + step, isRepeated };
}

function resolved(type: string, { path, isRepeated }: Place): JSONSchemaProps {
  const schema = components.schemas[type];
  if (!schema) throw new Error(`Kubernetes has no ${type}`);
  return KNOWN[type] ?? structural(schema, { path: isRepeated ? type : path, isRepeated });
}

const REFERENCE = '#/components/schemas/';
const KEPT: readonly (keyof JSONSchemaProps)[] = [
  ...(['type', 'format', 'enum', 'required'] as const),
  ...(['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type'] as const),
];

function structural(schema: JSONSchemaProps, place: Place): JSONSchemaProps {
  const [{ $ref = '' } = {}] = schema.allOf ?? [schema];
  if ($ref !== '') return resolved($ref.slice(REFERENCE.length), place);
  const { properties, items, additionalProperties } = schema;
  return {
    ...Object.fromEntries(KEPT.filter((word) => schema[word] !== undefined).map((word) => [word, schema[word]])),
    ...(properties && { properties: fields(schema, place) }),
    ...(items && { items: structural(items as JSONSchemaProps, below(place, '[]')) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: structural(additionalProperties, below(place, '[*]')),
    }),
  };
}

function fields({ properties = {}, required = [] }: JSONSchemaProps, place: Place): JSONSchemaProps['properties'] {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const isNeeded = required.includes(name);
      const description = `"${name}" of ${place.path}.\nIt's${isNeeded ? '' : ' not'} needed: see \`${name}\`.`;
      // Keys of lists.
      const hasDefault = schema.default === 'TCP' || (name === 'name' && schema.default === '' && !isNeeded);
      return [
        name,
        {
          ...structural(schema, below(place, `.${name}`)),
          description,
          ...(hasDefault && { default: schema.default }),
        },
      ];
    }),
  );
}
