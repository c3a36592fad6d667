import { dnsLabelProblem } from '../../../src/manifest/name';
import type { Judged } from '../differential/verdicts';
import { FUNCTIONS } from './functions';
import type { RecordedCall } from './run-validation-tests';

/** An object of Kubernetes' tests, as one would send it to a server. */
export interface Case extends Omit<Judged, 'verdict'> {
  /** What Kubernetes' test sees in it, before any defaults. */
  readonly named: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const KINDS = new Map(FUNCTIONS.map((one) => [one.name, one]));

/** The objects of Kubernetes' tests as manifests, in the order of the tests. */
export function casesOf(calls: readonly RecordedCall[]): readonly Case[] {
  return calls.flatMap(({ function: name, place, errors, manifest }) => {
    const { kind, whole } = KINDS.get(name) ?? {};
    if (kind === undefined) return [];
    const changes = [{ what: 'test', path: '', before: '', after: errors.join('; ') }];
    const sent = whole === undefined ? withoutNamespace(withoutGenerated(manifest, errors)) : withName(manifest);
    return [{ kind, seed: `${name} ${place}`, changes, manifest: sent, named: errors }];
  });
}

/** Where an object is made for a part of one, the test gave it no name. */
function withName(manifest: Fields): Fields {
  return { ...manifest, metadata: { ...fieldsOf(manifest['metadata']), name: 'part' } };
}

/** The namespaces of the tests are not in the cluster. What cannot be a namespace stays. */
function withoutNamespace(manifest: Fields): Fields {
  const { namespace, ...metadata } = fieldsOf(manifest['metadata']);
  const isNamespace = dnsLabelProblem(String(namespace)) === undefined;
  return isNamespace ? { ...manifest, metadata } : manifest;
}

/**
 * The tests show a Job as it is after the server has given it a uid, a selector and labels. A new one that has them is refused for that
 * alone. So they go, unless they are what the test is about.
 */
function withoutGenerated(manifest: Fields, errors: readonly string[]): Fields {
  const { selector: _, ...spec } = fieldsOf(manifest['spec']);
  const isMeant = errors.some((error) =>
    /^(?:metadata\.uid|spec\.selector|spec\.template\.metadata\.labels)/.test(error),
  );
  if (manifest['kind'] !== 'Job' || spec['manualSelector'] === true || isMeant) return manifest;
  const template = fieldsOf(spec['template']);
  const { labels: __, ...metadata } = fieldsOf(template['metadata']);
  return { ...manifest, spec: { ...spec, template: { ...template, metadata } } };
}

function fieldsOf(value: unknown): Fields {
  return (value ?? {}) as Fields;
}
