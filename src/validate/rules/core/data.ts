import type { ConfigMap, Secret } from '../../../../imports/kubernetes/types';
import { configKeyProblem } from '../../../manifest/name';
import type { Rule } from '../../rule';
import { checkKey } from '../meta/check-labels';

/** A field with values by keys, as text or in base64. */
interface Bag {
  readonly field: string;
  readonly values: Readonly<Record<string, string>> | undefined;
  readonly encoding: 'utf8' | 'base64';
}

/** Of two with the same key, the second counts: `stringData` is written over `data`. */
function bagsOf(object: ConfigMap | Secret): readonly Bag[] {
  const isSecret = object.kind === 'Secret';
  return [
    { field: 'data', values: object.data, encoding: isSecret ? 'base64' : 'utf8' },
    isSecret
      ? { field: 'stringData', values: object.stringData, encoding: 'utf8' }
      : { field: 'binaryData', values: object.binaryData, encoding: 'base64' },
  ];
}

export const dataKey: Rule<'ConfigMap' | 'Secret'> = {
  code: 'data-key',
  severity: 'error',
  on: ['ConfigMap', 'Secret'],
  summary: 'The keys of a ConfigMap or Secret have letters, digits, "-", "_" and ".", because they are file names too.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateConfigMap, ValidateSecret',
  check(object, at, report) {
    for (const { field, values = {} } of bagsOf(object)) {
      for (const key of Object.keys(values)) checkKey(report, at, field, key, configKeyProblem);
    }
  },
};

export const duplicateDataKey: Rule<'ConfigMap'> = {
  code: 'duplicate-data-key',
  severity: 'error',
  on: 'ConfigMap',
  needs: ['ConfigMap.binaryData'],
  summary: 'A key of a ConfigMap is in data or in binaryData, because the file of that name has one content.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateConfigMap',
  check({ data = {}, binaryData }, at, report) {
    for (const key of Object.keys(binaryData ?? {})) {
      if (Object.hasOwn(data, key)) report(at.field('data').field(key), 'is in binaryData too', 'keep one of them');
    }
  },
};

const MAX_BYTES = 1024 * 1024;
/** At most, in UTF-8, of one that has the length 1 in JavaScript. */
const BYTES_OF_CHARACTER = 3;

export const dataSize: Rule<'ConfigMap' | 'Secret'> = {
  code: 'data-size',
  severity: 'error',
  on: ['ConfigMap', 'Secret'],
  summary: 'All values of a ConfigMap or Secret together have at most 1 MiB, because etcd keeps small objects.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateConfigMap, ValidateSecret',
  check(object, at, report) {
    const bags = bagsOf(object);
    let most = 0;
    for (const { values = {} } of bags) {
      for (const key of Object.keys(values)) most += (values[key]?.length ?? 0) * BYTES_OF_CHARACTER;
    }
    if (most <= MAX_BYTES) return;
    const sizes = new Map<string, number>();
    for (const { values = {}, encoding } of bags) {
      for (const key of Object.keys(values)) sizes.set(key, Buffer.byteLength(values[key] ?? '', encoding));
    }
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    if (bytes > MAX_BYTES)
      report(at, `has ${bytes} bytes in its values; ${MAX_BYTES} fit`, 'keep large files in a volume or an image');
  },
};
