// routes.net.shop.example.com, as "cdk8s-workloads import" wrote it: run that again in place of changing it here.
import {
  atomic,
  customResource,
  embedded,
  format,
  int32,
  int64,
  intOrString,
  listMap,
  listSet,
  matching,
  quantity,
  serverRule,
  time,
} from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

const backend = matching(
  z.object({
    service: z.object({ name: z.string(), port: int32().min(1).max(65535) }).optional(),
    url: format('uri').optional(),
  }),
  { minProperties: 1, maxProperties: 1, oneOf: [{ required: ['service'] }, { required: ['url'] }] },
);

const routeV1Spec = serverRule(
  matching(
    z.object({
      gateway: z
        .string()
        .min(1)
        .max(63)
        .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/),
      hosts: listSet(
        z
          .string()
          .max(253)
          .regex(/^(\*\.)?[a-z0-9][-a-z0-9./]*$/),
      )
        .max(16)
        .optional(),
      language: matching(z.string(), { pattern: '^\\pL+$' }).optional(),
      replicas: int32().min(0).default(1),
      timeout: format('duration').default('10s'),
      memory: quantity().optional(),
      maxUnavailable: intOrString().optional(),
      policy: z.enum(['Strict', 'Loose']).default('Strict'),
      mirror: matching(z.enum(['All', 'None']), { nullable: true }).optional(),
      settings: z
        .object({ retries: z.int().max(10).default(3), codes: z.array(int64()).default([502, 503]) })
        .prefault({}),
      filter: matching(z.unknown(), { 'x-kubernetes-preserve-unknown-fields': true }).optional(),
      template: embedded().optional(),
      selector: atomic(z.object({ matchLabels: z.record(z.string(), z.string()).optional() })).optional(),
      rules: listMap(
        serverRule(
          z.object({
            name: z.string(),
            'path-prefix': z.string().default('/'),
            weight: matching(z.number().gt(0).max(1), { format: 'double' }).optional(),
            backend,
          }),
          { rule: "self.name != 'default'", message: "'default' is not a name" },
        ),
        ['name'],
      )
        .min(1)
        .max(8),
      fallback: backend.optional(),
    }),
    { required: ['timeout'] },
  ),
  {
    rule: 'self.gateway == oldSelf.gateway',
    message: 'gateway is immutable',
    reason: 'FieldValueForbidden',
    fieldPath: '.gateway',
  },
  { rule: '!has(self.hosts) || size(self.hosts) > 0' },
);

export const Route = customResource({
  group: 'net.shop.example.com',
  kind: 'Route',
  shortNames: ['rt'],
  categories: ['shop'],
  metadata: {
    labels: { 'app.kubernetes.io/part-of': 'shop-net' },
    annotations: { 'controller-gen.kubebuilder.io/version': 'v0.19.0' },
  },
  conversion: {
    service: { namespace: 'shop', name: 'routes-webhook', path: '/convert', port: 9443 },
    conversionReviewVersions: ['v1'],
  },
  allowWarnings: true,
  versions: {
    v1: {
      storage: true,
      description: "Route sends requests to the shop's services.",
      spec: routeV1Spec.describe('What requests it takes, and where they go.\n\nIt\'s "exact": `*` is no host.'),
      status: z.looseObject({
        replicas: int32().optional(),
        selector: z.string().optional(),
        conditions: listMap(
          z.object({ type: z.string(), status: z.enum(['True', 'False', 'Unknown']), lastTransitionTime: time() }),
          ['type'],
        ).optional(),
      }),
      name: z
        .string()
        .max(40)
        .regex(/^[a-z]/),
      printerColumns: [
        { name: 'Hosts', type: 'string', jsonPath: '.spec.hosts' },
        { name: 'Ready', type: 'string', jsonPath: '.status.conditions[?(@.type=="Ready")].status' },
        { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp', priority: 1 },
      ],
      scale: {
        specReplicasPath: '.spec.replicas',
        statusReplicasPath: '.status.replicas',
        labelSelectorPath: '.status.selector',
      },
      selectableFields: ['.spec.gateway'],
    },
    v1alpha1: { served: false, deprecated: 'use v1', matching: { 'x-kubernetes-preserve-unknown-fields': true } },
  },
});
