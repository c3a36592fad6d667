import type { ObjectMeta } from './kubernetes';
import { annotationKeyProblem, dnsLabelProblem, labelKeyProblem, labelValueProblem } from './name';
import { keyed, type Problems } from './problem';
import { amount, anything, list, map, only, such, text, type Shape } from './shape';

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
export function checkMetadata(problems: Problems, { namespace, labels = {}, annotations = {} }: ObjectMeta): void {
  problems.check('namespace', namespace, dnsLabelProblem);
  for (const [key, value] of Object.entries(labels)) {
    problems.check('labels', key, labelKeyProblem);
    problems.check(keyed('labels', key), value, labelValueProblem);
  }
  for (const key of Object.keys(annotations)) problems.check('annotations', key, annotationKeyProblem);
}
