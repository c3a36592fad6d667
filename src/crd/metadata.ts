import type { ObjectMeta } from '../manifest/kubernetes';
import { annotationKeyProblem, dnsSubdomainProblem, labelKeyProblem, labelValueProblem } from '../manifest/name';
import { keyed } from '../props/problem';
import { type DefinitionProblem, error, errorAbout, errorIf } from './definition-problem';
import { own } from './own';

interface Names {
  readonly group: string;
  readonly plural: string;
}

/** What is wrong with the metadata of a definition, and with its group, which decides part of that. */
export function* metadataProblems(metadata: ObjectMeta, { group, plural }: Names): Generator<DefinitionProblem> {
  yield* groupProblems(group);
  const wanted = `${plural || '<plural>'}.${group || '<group>'}`;
  const { name, generateName, labels, annotations, finalizers } = metadata;
  if (!name) yield error('metadata.name', `is missing: write "${wanted}"`);
  else if (name !== wanted) {
    yield error('metadata.name', `"${name}" is not the plural, a dot and the group: write "${wanted}"`);
  } else if (name.length > 253)
    yield error('metadata.name', `has ${name.length} characters; a name holds 253: shorten it`);
  if (generateName && generateName !== wanted) {
    yield error('metadata.generateName', 'cannot be the name of a definition: leave it out');
  }
  if (labels ?? annotations ?? finalizers) yield* labelProblems(metadata, 'metadata');
  yield* approvalProblems(group, own(annotations, APPROVAL));
}

function* labelProblems({ labels, annotations, finalizers }: ObjectMeta, path: string): Generator<DefinitionProblem> {
  for (const [key, value] of Object.entries(labels ?? {})) {
    const at = keyed(`${path}.labels`, key);
    yield* errorIf(at, labelKeyProblem(key));
    yield* errorAbout(at, value ?? '', labelValueProblem(value ?? ''));
  }
  for (const key of Object.keys(annotations ?? {})) {
    yield* errorIf(keyed(`${path}.annotations`, key), annotationKeyProblem(key));
  }
  const size = Object.entries(annotations ?? {})
    .flat()
    .reduce((bytes, text) => bytes + Buffer.byteLength(text ?? ''), 0);
  if (size > MOST_BYTES) yield error(`${path}.annotations`, `has ${size} bytes; it holds ${MOST_BYTES}`);
  for (const [index, finalizer] of (finalizers ?? []).entries()) {
    yield* errorAbout(`${path}.finalizers[${index}]`, finalizer, labelKeyProblem(finalizer));
  }
}

const MOST_BYTES = 256 * 1024;

function* groupProblems(group: string): Generator<DefinitionProblem> {
  if (group === '') yield error('spec.group', 'is missing: write a domain of yours, such as "shop.example.com"');
  else if (dnsSubdomainProblem(group) !== undefined) yield* errorAbout('spec.group', group, dnsSubdomainProblem(group));
  else if (!group.includes('.')) {
    yield error('spec.group', `"${group}" has no dot: write a domain of yours, such as "${group}.example.com"`);
  }
}

const APPROVAL = 'api-approved.kubernetes.io';

/** The groups of the Kubernetes project are for what it has reviewed. */
function* approvalProblems(group: string, approval: string | null | undefined): Generator<DefinitionProblem> {
  if (!/(^|\.)(k8s|kubernetes)\.io$/.test(group)) return;
  if (approval?.startsWith('unapproved') === true || /^[A-Za-z][-+.A-Za-z\d]*:\/\/[^/\s?#]+/.test(approval ?? ''))
    return;
  const wayOut = 'use a group of your own, or write the URL of the review, or "unapproved" and why';
  yield error(
    keyed('metadata.annotations', APPROVAL),
    `${approval ? 'is no URL' : 'is missing'}, and "${group}" is a group of the Kubernetes project: ${wayOut}`,
  );
}
