import { definitionProblems } from '../../crd/definition-problems';
import { isFields } from '../../values/fields';
import type { CustomResourceDefinition } from '../../manifest/kubernetes';
import { InvalidPropsError, Problems } from '../../props/problem';
import { partsOf } from '../../manifest/take-apart';
import { linesOf } from '../../yaml/lines';
import { definitionShapeProblems } from './definition-shape';

/**
 * The one CustomResourceDefinition in a text, YAML or JSON, or the object itself.
 *
 * @throws InvalidPropsError when there is none or several, or the API server would refuse it
 */
export function readDefinition(document: unknown): CustomResourceDefinition {
  return checkedDefinition(onlyDefinition(document, 'importCustomResource'));
}

/**
 * The same of a definition that a cluster has, and thus has taken.
 *
 * @param subject whom an error is about
 */
export function readStored(document: unknown, subject: string): CustomResourceDefinition {
  return shapedDefinition(onlyDefinition(document, subject));
}

function onlyDefinition(document: unknown, subject: string): unknown {
  if (typeof document !== 'string') return document;
  const [only, ...others] = objectsIn(document, subject);
  if (others.length === 0) return only;
  const names = [only, ...others].map(nameOf).join(', ');
  throw refusal(subject, `has ${others.length + 1} CustomResourceDefinitions, ${names}: give one of them`);
}

/**
 * All CustomResourceDefinitions in a text, YAML or JSON of one document or several. Objects of other kinds are left out.
 *
 * @param subject whom an error is about
 * @throws InvalidPropsError when there is none, or the API server would refuse one
 */
export function definitionsIn(source: string, subject: string): readonly CustomResourceDefinition[] {
  return objectsIn(source, subject).map(checkedDefinition);
}

function objectsIn(source: string, subject: string): readonly unknown[] {
  const objects = documentsIn(source, subject).flatMap(partsOf);
  const definitions = objects.filter((object) => kindOf(object) === KIND);
  if (definitions.length > 0) return definitions;
  const kinds = [...new Set(objects.map(kindOf))].join(', ');
  throw refusal(subject, `has no ${KIND}${kinds === '' ? '' : `, but ${kinds}`}: give the manifest of one`);
}

const API_VERSION = 'apiextensions.k8s.io/v1';
const KIND = 'CustomResourceDefinition';

function documentsIn(source: string, subject: string): readonly unknown[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- who imports no text does not wait for js-yaml
  const { readDocuments } = require('#yaml/read-documents') as typeof import('../../yaml/read-documents');
  return readDocuments(source).map((document) => {
    if ('value' in document) return document.value;
    const { message, fix, offset } = document.mistake;
    const { line, column } = linesOf(source)(offset);
    const wayOut = fix === undefined ? '' : `: ${fix}`;
    throw refusal(subject, `${message}, at line ${line}, column ${column}${wayOut}`);
  });
}

function kindOf(object: unknown): string {
  const kind = isFields(object) ? object['kind'] : undefined;
  return typeof kind === 'string' ? kind : 'something without a kind';
}

function nameOf(document: unknown): string {
  const { metadata } = isFields(document) ? document : {};
  return isFields(metadata) && typeof metadata['name'] === 'string' ? metadata['name'] : '';
}

function subjectOf(document: unknown): string {
  const name = nameOf(document);
  return name === '' ? KIND : `${KIND} "${name}"`;
}

function checkedDefinition(document: unknown): CustomResourceDefinition {
  const definition = shapedDefinition(document);
  const problems = new Problems();
  for (const { severity, path, phrase } of definitionProblems(definition)) {
    if (severity === 'error') problems.add(path, undefined, phrase);
  }
  problems.throwIfAny(subjectOf(document));
  return definition;
}

function shapedDefinition(document: unknown): CustomResourceDefinition {
  const problems = new Problems();
  const { apiVersion, kind } = isFields(document) ? document : {};
  if (kind !== KIND) problems.add('kind', kind, `is not ${KIND}: give the manifest of one`);
  else if (apiVersion !== API_VERSION) {
    const wayOut =
      apiVersion === 'apiextensions.k8s.io/v1beta1'
        ? `is gone since Kubernetes 1.22: get the definition as ${API_VERSION}`
        : `is not "${API_VERSION}"`;
    problems.add('apiVersion', apiVersion, wayOut);
  }
  problems.throwIfAny(subjectOf(document));
  for (const { path, phrase } of definitionShapeProblems(document)) problems.add(path, undefined, phrase);
  problems.throwIfAny(subjectOf(document));
  return document as CustomResourceDefinition;
}

function refusal(subject: string, phrase: string): Error {
  return new InvalidPropsError(subject, [{ prop: 'the document', value: undefined, phrase }]);
}
