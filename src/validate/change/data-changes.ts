import type { ConfigMap, Secret } from '../../../imports/kubernetes/types';
import { type Path, ROOT } from '../path';
import type { Report } from '../rule';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { reportChanges } from './difference';

const FIX = 'keep it, or make an object under another name, and refer to that';

const secretType: ChangeRule<'v1/Secret'> = {
  code: 'secret-type-change',
  severity: 'error',
  kinds: ['v1/Secret'],
  summary: 'The type of a Secret stays as it is, because its readers rely on its keys.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateSecretUpdate',
  check(before, after, report) {
    reportChanges('v1/Secret', ['type'], [before, after], report, FIX);
  },
};

const immutableConfigMap: ChangeRule<'v1/ConfigMap'> = {
  code: 'immutable-config-map',
  severity: 'error',
  kinds: ['v1/ConfigMap'],
  summary: 'A ConfigMap that is immutable stays so, with its data, because nodes do not look at it again.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateConfigMapUpdate',
  check(before, after, report) {
    if (before.immutable !== true) return;
    checkFlag(after, report);
    compare(before.data ?? {}, after.data ?? {}, () => ROOT.field('data'), report);
    compare(bytes(before.binaryData), bytes(after.binaryData), () => ROOT.field('binaryData'), report);
  },
};

const immutableSecret: ChangeRule<'v1/Secret'> = {
  code: 'immutable-secret',
  severity: 'error',
  kinds: ['v1/Secret'],
  summary: 'A Secret that is immutable stays so, with its data, because nodes do not look at it again.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateSecretUpdate',
  check(before, after, report) {
    if (before.immutable !== true) return;
    checkFlag(after, report);
    const { stringData = {} } = after;
    // What was written as text is data now, and stays when the text is there no more.
    const now = { ...encoded(before.stringData), ...bytes(after.data), ...encoded(stringData) };
    const placeOf = (key: string): Path => ROOT.field(Object.hasOwn(stringData, key) ? 'stringData' : 'data');
    compare({ ...bytes(before.data), ...encoded(before.stringData) }, now, placeOf, report);
  },
};

function checkFlag({ immutable }: ConfigMap | Secret, report: Report): void {
  if (immutable !== true) report(ROOT.field('immutable'), 'was true, and cannot be taken back', FIX);
}

type Data = Readonly<Record<string, string>>;

function encoded(texts: Data = {}): Data {
  return inBase64(texts, 'utf8');
}

/** The same bytes in the same letters: there may be line breaks in base64. */
function bytes(data: Data = {}): Data {
  return inBase64(data, 'base64');
}

function inBase64(data: Data, encoding: 'base64' | 'utf8'): Data {
  const entries = Object.entries(data).map(
    ([key, text]) => [key, Buffer.from(text, encoding).toString('base64')] as const,
  );
  return Object.fromEntries(entries);
}

function compare(was: Data, is: Data, placeOf: (key: string) => Path, report: Report): void {
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (was[key] === is[key]) continue;
    const change = was[key] === undefined ? 'is new' : is[key] === undefined ? 'is gone' : 'is not what it was';
    report(placeOf(key).field(key), `${change}, but it is immutable`, FIX);
  }
}

/** Changes of configuration. */
export const DATA_CHANGES: readonly AnyChangeRule[] = [secretType, immutableConfigMap, immutableSecret];
