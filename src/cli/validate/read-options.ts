import { didYouMean } from '../../values/did-you-mean';
import { isFields } from '../../values/fields';
import { partsOf } from '../../manifest/take-apart';
import type { Severity } from '../../validate/issue';
import { sentenceOf } from '../../validate/issue-sentence';
import type { ValidateOptions } from '../../validate/options';
import { RULE_CODES } from '../../validate/rule-codes';
import { UsageError } from '../command';
import { readText } from '../read-text';
import { type File, findFiles } from './find-files';
import { readDocuments } from '../../yaml/read-documents';

/** What the arguments say of the validation itself. */
export interface GivenOptions {
  readonly kubernetes?: string;
  readonly crd?: readonly string[];
  readonly rule?: readonly string[];
}

/** @throws UsageError */
export function readOptions({ kubernetes = KUBERNETES, crd = [], rule = [] }: GivenOptions): ValidateOptions {
  if (!OF_KUBERNETES.test(kubernetes)) {
    throw new UsageError(`--kubernetes "${kubernetes}" is not known: there is ${KUBERNETES}`);
  }
  return {
    kubernetes: KUBERNETES,
    rules: Object.fromEntries(rule.map(levelOf)),
    customResources: crd.flatMap(definitionsAt),
  };
}

const KUBERNETES = '1.35';
/** As people and clusters write it: `v1.35`, `1.35.4`, `v1.35.4+k3s1`. */
const OF_KUBERNETES = /^v?1\.35(\.\d+([-+].*)?)?$/;

/** @throws UsageError */
function definitionsAt(path: string): readonly unknown[] {
  const definitions = findFiles([path]).flatMap(definitionsIn);
  if (definitions.length > 0) return definitions;
  throw new UsageError(`--crd "${path}" has no CustomResourceDefinition: give a file or folder that has one`);
}

/** @throws UsageError when a document of the file cannot be read */
function definitionsIn({ path }: File): readonly unknown[] {
  return readDocuments(readText(path))
    .flatMap((document) => {
      if ('mistake' in document)
        throw new UsageError(`--crd "${path}" ${sentenceOf({ path: '', ...document.mistake })}`);
      return partsOf(document.value);
    })
    .filter((object) => isFields(object) && object['kind'] === 'CustomResourceDefinition');
}

/** @throws UsageError */
function levelOf(rule: string): readonly [string, Severity | 'off'] {
  const [, code = '', separator = '', level = ''] = /^([^=:]*)([=:]?)(.*)$/s.exec(rule) ?? [];
  const codes: readonly string[] = RULE_CODES;
  if (!codes.includes(code)) {
    const meant = didYouMean(code, codes);
    const form = separator === '=' ? '' : ': write <code>=<level>, such as image-tag=off';
    throw new UsageError(`--rule "${code}" is not known${meant === undefined ? form : `: did you mean "${meant}"`}`);
  }
  if (separator !== '=' || (level !== 'off' && level !== 'warning' && level !== 'error')) {
    const lacks = separator === ':' ? '"="' : 'level';
    throw new UsageError(`--rule "${rule}" has no ${lacks}: write ${code}=off, ${code}=warning or ${code}=error`);
  }
  return [code, level];
}
