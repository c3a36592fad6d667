import type { ConfigMap, Secret } from '../../../../imports/kubernetes/types';
import { configKeyProblem } from '../../../manifest/name';
import type { Rule } from '../../rule';
import { checkKey } from '../meta/check-labels';

/** Maps of keys to values: text in some fields, base64 in the others. */
interface Bags {
  readonly text: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  readonly base64: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
}

function bagsOf(object: ConfigMap | Secret): Bags {
  if (object.kind === 'Secret') {
    const { data, stringData } = object;
    return { text: { stringData }, base64: { data } };
  }
  const { data, binaryData } = object;
  return { text: { data }, base64: { binaryData } };
}

export const dataKey: Rule<'ConfigMap' | 'Secret'> = {
  code: 'data-key',
  severity: 'error',
  on: ['ConfigMap', 'Secret'],
  summary: 'The keys of a ConfigMap or Secret have letters, digits, "-", "_" and ".", because they are file names too.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateConfigMap, ValidateSecret',
  check(object, at, report) {
    const { text, base64 } = bagsOf(object);
    for (const [field, bag] of [...Object.entries(text), ...Object.entries(base64)]) {
      for (const key of Object.keys(bag ?? {})) checkKey(report, at, field, key, configKeyProblem);
    }
  },
};

export const duplicateDataKey: Rule<'ConfigMap'> = {
  code: 'duplicate-data-key',
  severity: 'error',
  on: 'ConfigMap',
  summary: 'A key of a ConfigMap is in data or in binaryData, because the file of that name has one content.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateConfigMap',
  check({ data = {}, binaryData }, at, report) {
    for (const key of Object.keys(binaryData ?? {})) {
      if (Object.hasOwn(data, key)) report(at.field('data').field(key), 'is in binaryData too', 'keep one of them');
    }
  },
};

const MAX_BYTES = 1024 * 1024;

export const dataSize: Rule<'ConfigMap' | 'Secret'> = {
  code: 'data-size',
  severity: 'error',
  on: ['ConfigMap', 'Secret'],
  summary: 'All values of a ConfigMap or Secret together have at most 1 MiB, because etcd keeps small objects.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateConfigMap, ValidateSecret',
  check(object, at, report) {
    const { text, base64 } = bagsOf(object);
    // What stringData says of a key counts, and not what data does.
    const values = new Map<string, () => number>();
    let most = 0;
    for (const [bags, encoding, bytesOfCharacter] of [
      [base64, 'base64', 1],
      [text, 'utf8', 3],
    ] as const) {
      for (const [key, value] of Object.values(bags).flatMap((bag) => Object.entries(bag ?? {}))) {
        values.set(key, () => Buffer.byteLength(value, encoding));
        most += value.length * bytesOfCharacter;
      }
    }
    if (most <= MAX_BYTES) return;
    const bytes = [...values.values()].reduce((sum, size) => sum + size(), 0);
    if (bytes > MAX_BYTES)
      report(at, `has ${bytes} bytes in its values; ${MAX_BYTES} fit`, 'keep large files in a volume or an image');
  },
};
