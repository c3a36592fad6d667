import type { ObjectFieldSelector } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import { annotationKeyProblem, labelKeyProblem } from '../../../manifest/name';
import { amountOf } from '../../amount';
import { checkValue } from '../../check-field';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';

const OF_FILES = ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'];
const OF_ENV = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
/** An older name, which the server translates. */
const OLD_NODE_NAME = 'spec.host';

export const fieldPath: Rule<'EnvVarSource' | 'DownwardAPIVolumeFile'> = {
  code: 'field-path',
  severity: 'error',
  on: ['EnvVarSource', 'DownwardAPIVolumeFile'],
  needs: ['EnvVarSource.fieldRef', 'DownwardAPIVolumeFile.fieldRef'],
  summary: 'A fieldRef names a field of the pod that the kubelet can read: its name, labels, addresses.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateObjectFieldSelector',
  check(value, at, report) {
    const { fieldRef } = value;
    if (fieldRef === undefined) return;
    checkFieldRef(fieldRef, 'path' in value ? OF_FILES : OF_ENV, at.field('fieldRef'), report);
  },
};

function checkFieldRef(
  { apiVersion = '', fieldPath }: ObjectFieldSelector,
  known: readonly string[],
  at: Path,
  report: Report,
): void {
  if (apiVersion !== '' && apiVersion !== 'v1') {
    report(at.field('apiVersion'), `"${apiVersion}" is not the version of a pod`, 'write "v1", or leave it out');
    return;
  }
  const here = at.field('fieldPath');
  const { path, key } = split(fieldPath);
  if (key !== undefined) {
    const problem = KEYS.get(path)?.(key);
    if (problem !== undefined) checkValue(report, at, 'fieldPath', fieldPath, () => `has a key that ${problem}`);
    else if (!KEYS.has(path)) report(here, `"${fieldPath}" has a key, but ${path} is no map`, 'take the key away');
    return;
  }
  if (known.includes(path === OLD_NODE_NAME ? 'spec.nodeName' : path)) return;
  const meant = didYouMean(path, known);
  const mapFix = KEYS.has(path) ? `name one of them: ${path}['key']` : `give one of ${known.join(', ')}`;
  report(here, `"${fieldPath}" cannot be read here`, meant === undefined ? mapFix : `did you mean "${meant}"?`);
}

const KEYS: ReadonlyMap<string, (key: string) => string | undefined> = new Map([
  ['metadata.annotations', annotationKeyProblem],
  ['metadata.labels', labelKeyProblem],
]);

/** `metadata.labels['app']` is the path `metadata.labels` and the key `app`. */
function split(fieldPath: string): { readonly path: string; readonly key?: string } {
  const open = fieldPath.indexOf("['");
  if (open <= 0 || !fieldPath.endsWith("']")) return { path: fieldPath };
  // "['']" is a key, too: an empty one. "['" and "']" may not share their quotation mark.
  return open + 2 > fieldPath.length - 2
    ? { path: fieldPath }
    : { path: fieldPath.slice(0, open), key: fieldPath.slice(open + 2, -2) };
}

const RESOURCES = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.*)$/s;

export const resourceField: FieldRule<'ResourceFieldSelector.resource'> = {
  code: 'resource-field',
  severity: 'error',
  fields: ['ResourceFieldSelector.resource'],
  summary: 'A resourceFieldRef names a request or limit of cpu, memory, ephemeral-storage or huge pages.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerResourceFieldSelector',
  problem(resource) {
    if (RESOURCES.test(resource)) return undefined;
    const meant = didYouMean(resource, ['limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory']);
    return `is not a resource of a container: ${meant ? `did you mean "${meant}"?` : 'write one such as "limits.memory"'}`;
  },
};

export const resourceFieldDivisor: Rule<'ResourceFieldSelector'> = {
  code: 'resource-field-divisor',
  severity: 'error',
  on: 'ResourceFieldSelector',
  summary: 'The divisor of a resourceFieldRef is one unit: "1m" or "1" for cpu, "1" to "1Ei" for the others.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerResourceDivisor',
  check({ resource, divisor }, at, report) {
    if (divisor === undefined || !RESOURCES.test(resource)) return;
    const isCpu = resource.endsWith('.cpu');
    if (isDivisor(String(divisor), isCpu)) return;
    const units = isCpu
      ? '"1m" or "1"'
      : 'one of "1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"';
    report(at.field('divisor'), `"${divisor}" is not one unit of ${resource}`, `give ${units}`);
  },
};

const WHOLE = 10n ** 9n;
const MILLI = 10n ** 6n;

/** The server compares the text of the divisor after it made that canonical: "1024Ki" is "1Mi", but "1024" and "1e3" stay. */
function isDivisor(text: string, isCpu: boolean): boolean {
  const amount = amountOf(text);
  if (amount === 0n) return true; // As if it were not there.
  if (!/^\s*([1-9]\d*|\d*\.\d+)([numkMGTPE]?|[KMGTPE]i)\s*$/.test(text)) return false;
  if (isCpu) return amount === WHOLE || amount === MILLI;
  const base = text.trimEnd().endsWith('i') ? 1024n : 1000n;
  for (let unit = WHOLE, power = 0; power <= 6; unit *= base, power++) if (unit === amount) return true;
  return false;
}
