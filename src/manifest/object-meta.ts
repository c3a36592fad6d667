import type { ObjectMeta } from './kubernetes';
import { checkLabels } from './labels';
import { annotationKeyProblem, dnsLabelProblem } from './name';
import type { Problems } from '../props/problem';
import { amount, anything, list, map, only, such, text, type Shape } from '../props/shape';

const texts = map(text, '{ team: "checkout" }');

/** Of the metadata that an author writes. */
export const METADATA: Shape = only<ObjectMeta>(
  {
    name: such(text, '"orders"'),
    generateName: text,
    namespace: such(text, '"shop"'),
    labels: texts,
    annotations: texts,
    finalizers: list(text, '["shop.example.com/cleanup"]'),
    ownerReferences: list(anything),
    managedFields: list(anything),
    creationTimestamp: text,
    deletionTimestamp: text,
    deletionGracePeriodSeconds: amount,
    generation: amount,
    resourceVersion: text,
    selfLink: text,
    uid: text,
  },
  '{ labels: { team: "checkout" } }',
);

/** Adds what the API server would refuse in metadata of whatever kind; what a name must be like, the kind says. */
export function checkMetadata(problems: Problems, { namespace, labels, annotations = {} }: ObjectMeta): void {
  problems.check('namespace', namespace, dnsLabelProblem);
  checkLabels(problems, 'labels', labels);
  for (const key of Object.keys(annotations)) problems.check('annotations', key, annotationKeyProblem);
}
