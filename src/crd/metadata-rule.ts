import type { JSONSchemaProps } from '../manifest/kubernetes';
import {
  annotationKeyProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelKeyProblem,
  labelValueProblem,
} from '../manifest/name';
import { isTimestamp } from '../manifest/timestamp';
import { isPrintable } from './printable';
import { about, collect, fieldStep, NONE, problem, type ValueProblem } from './value-problem';

const TEXT: JSONSchemaProps = { type: 'string', nullable: true };
const TEXTS: JSONSchemaProps = { type: 'object', nullable: true, additionalProperties: TEXT };
const FLAG: JSONSchemaProps = { type: 'boolean', nullable: true };
const NUMBER: JSONSchemaProps = { type: 'integer', nullable: true };

/** The fields of `metadata` as the API server reads them. Go takes null for any of them, which leaves it as it was: empty. */
export const METADATA: JSONSchemaProps = record({
  ...{ name: TEXT, generateName: TEXT, namespace: TEXT, selfLink: TEXT, uid: TEXT, resourceVersion: TEXT },
  ...{ generation: NUMBER, deletionGracePeriodSeconds: NUMBER, creationTimestamp: TEXT, deletionTimestamp: TEXT },
  ...{ labels: TEXTS, annotations: TEXTS, finalizers: listOf(TEXT) },
  ownerReferences: listOf(
    record({ apiVersion: TEXT, kind: TEXT, name: TEXT, uid: TEXT, controller: FLAG, blockOwnerDeletion: FLAG }),
  ),
  managedFields: listOf(
    record({
      ...{ manager: TEXT, operation: TEXT, apiVersion: TEXT, time: TEXT, fieldsType: TEXT, subresource: TEXT },
      fieldsV1: { 'x-kubernetes-preserve-unknown-fields': true, nullable: true },
    }),
  ),
});

function record(properties: Readonly<Record<string, JSONSchemaProps>>): JSONSchemaProps {
  return { type: 'object', nullable: true, properties };
}

function listOf(items: JSONSchemaProps): JSONSchemaProps {
  return { type: 'array', nullable: true, items };
}

type Maybe<T> = T | null | undefined;
type Texts = Maybe<Readonly<Record<string, Maybe<string>>>>;

/** What fits METADATA. */
interface Metadata {
  readonly name?: Maybe<string>;
  readonly generateName?: Maybe<string>;
  readonly namespace?: Maybe<string>;
  readonly generation?: Maybe<number>;
  readonly creationTimestamp?: Maybe<string>;
  readonly deletionTimestamp?: Maybe<string>;
  readonly labels?: Texts;
  readonly annotations?: Texts;
  readonly finalizers?: Maybe<readonly Maybe<string>[]>;
  readonly ownerReferences?: Maybe<readonly Maybe<Owner>[]>;
  readonly managedFields?: Maybe<readonly Maybe<Manager>[]>;
}

interface Owner {
  readonly apiVersion?: Maybe<string>;
  readonly kind?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly uid?: Maybe<string>;
  readonly controller?: Maybe<boolean>;
}

interface Manager {
  readonly manager?: Maybe<string>;
  readonly operation?: Maybe<string>;
  readonly fieldsType?: Maybe<string>;
  readonly subresource?: Maybe<string>;
  readonly time?: Maybe<string>;
}

/**
 * What is wrong with metadata that fits METADATA, by the rules of `ValidateObjectMeta` of Kubernetes 1.35.
 *
 * @param isRoot whether it is that of a custom resource. That of an object in one may lack a name, or have any that fits into a URL
 */
export function metadataProblems(metadata: Metadata, isRoot: boolean): readonly ValueProblem[] {
  const { name, generateName, namespace, generation } = metadata;
  let problems: ValueProblem[] | undefined;
  const add = (step: string, found: readonly ValueProblem[]): void => void (problems = collect(problems, step, found));
  if (isRoot && !name && !generateName) add('.name', problem('is missing: give a string'));
  if (name) add('.name', about(name, (isRoot ? dnsSubdomainProblem : segmentProblem)(name)));
  if (generateName)
    add('.generateName', about(generateName, (isRoot ? prefixProblem : segmentPrefixProblem)(generateName)));
  if (namespace) add('.namespace', about(namespace, dnsLabelProblem(namespace)));
  // That of a custom resource is replaced.
  if (!isRoot && (generation ?? 0) < 0) add('.generation', problem(`is ${generation ?? 0}: give at least 0`));
  for (const field of ['creationTimestamp', 'deletionTimestamp'] as const)
    add(`.${field}`, timeProblems(metadata[field]));
  add('.labels', labelProblems(metadata.labels ?? {}));
  add('.annotations', annotationProblems(metadata.annotations ?? {}));
  add('.finalizers', finalizerProblems(metadata.finalizers ?? []));
  add('.ownerReferences', ownerProblems(metadata.ownerReferences ?? []));
  for (const [index, manager] of (metadata.managedFields ?? []).entries()) {
    const found = [...timeProblems(manager?.time, '.time'), ...(isRoot ? NONE : managerProblems(manager ?? {}))];
    add(`.managedFields[${index}]`, found);
  }
  return problems ?? NONE;
}

/** The name of what may be called anything that fits into a URL. */
function segmentProblem(text: string): string | undefined {
  return text === '.' || text === '..' ? `is not a name: use more than "${text}"` : segmentPrefixProblem(text);
}

function segmentPrefixProblem(text: string): string | undefined {
  return /[/%]/.test(text) ? 'is not a name: use neither "/" nor "%"' : undefined;
}

/** The API server puts five characters behind a prefix, which so may end in "-". */
function prefixProblem(text: string): string | undefined {
  return dnsSubdomainProblem(text.replace(/(?<=.)-$/, 'x'));
}

function timeProblems(text: Maybe<string>, path = ''): readonly ValueProblem[] {
  if (text == null || isTimestamp(text)) return NONE;
  return problem(`is "${text}", not a time: write one such as "2026-01-31T20:15:00Z"`, path);
}

function labelProblems(labels: NonNullable<Texts>): readonly ValueProblem[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    const keyProblem = labelKeyProblem(key);
    const found = keyProblem === undefined ? about(value ?? '', labelValueProblem(value ?? '')) : problem(keyProblem);
    return found.map(({ phrase }) => ({ path: fieldStep(key), phrase }));
  });
}

const MOST_ANNOTATIONS = 256 * 1024;

function annotationProblems(annotations: NonNullable<Texts>): readonly ValueProblem[] {
  const entries = Object.entries(annotations);
  const size = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value ?? ''), 0);
  const keys = entries.flatMap(([key]) => {
    const phrase = annotationKeyProblem(key);
    return phrase === undefined ? NONE : problem(phrase, fieldStep(key));
  });
  return size > MOST_ANNOTATIONS
    ? [...problem(`have ${size} bytes; metadata holds ${MOST_ANNOTATIONS}`), ...keys]
    : keys;
}

function finalizerProblems(finalizers: readonly Maybe<string>[]): readonly ValueProblem[] {
  const bad = finalizers.flatMap((each, index) => {
    const found = about(each ?? '', labelKeyProblem(each ?? ''));
    return found.map(({ phrase }) => ({ path: `[${index}]`, phrase }));
  });
  const isBoth = finalizers.includes('orphan') && finalizers.includes('foregroundDeletion');
  return isBoth ? [...bad, ...problem('have "orphan" and "foregroundDeletion": leave one of them out')] : bad;
}

function ownerProblems(owners: readonly Maybe<Owner>[]): readonly ValueProblem[] {
  const problems = owners.flatMap((owner, index) => {
    const { apiVersion, ...rest } = owner ?? {};
    const hasVersion = /^(?:[^/]*\/)?[^/]+$/.test(apiVersion ?? '');
    const fields = (['kind', 'name', 'uid'] as const).filter((field) => !rest[field]);
    const isEvent = apiVersion === 'v1' && rest.kind === 'Event';
    return [
      ...(hasVersion
        ? NONE
        : problem('is not a group and a version: write one such as "apps/v1"', `[${index}].apiVersion`)),
      ...fields.flatMap((field) => problem('is missing: give a string', `[${index}].${field}`)),
      ...(isEvent ? problem('is an Event, which can own nothing: name another object', `[${index}]`) : NONE),
    ];
  });
  const controllers = owners.flatMap((owner, index) => (owner?.controller === true ? [index] : []));
  const [first, ...more] = controllers;
  return [
    ...problems,
    ...more.flatMap((index) =>
      problem(`is true for [${first ?? 0}] already: there can be one`, `[${index}].controller`),
    ),
  ];
}

const MOST_MANAGER_BYTES = 128;
const MOST_SUBRESOURCE_BYTES = 256;

function managerProblems({ manager, operation, fieldsType, subresource }: Manager): readonly ValueProblem[] {
  const isTooLong = (text: Maybe<string>, most: number) => Buffer.byteLength(text ?? '') > most;
  return [
    ...(operation === 'Apply' || operation === 'Update'
      ? NONE
      : problem('is not known: give "Apply" or "Update"', '.operation')),
    ...(fieldsType && fieldsType !== 'FieldsV1' ? problem('is not known: give "FieldsV1"', '.fieldsType') : NONE),
    ...(isTooLong(manager, MOST_MANAGER_BYTES)
      ? problem(`is too long: give at most ${MOST_MANAGER_BYTES} bytes`, '.manager')
      : NONE),
    ...(isPrintable(manager ?? '') ? NONE : problem('has what cannot be printed: leave it out', '.manager')),
    ...(isTooLong(subresource, MOST_SUBRESOURCE_BYTES)
      ? problem(`is too long: give at most ${MOST_SUBRESOURCE_BYTES} bytes`, '.subresource')
      : NONE),
  ];
}
