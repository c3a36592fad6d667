import { didYouMean } from '../values/did-you-mean';
import { defined } from '../values/defined';
import { isFields } from '../values/fields';
import { Problems } from '../props/problem';
import { checkShape, list, map, only, type Shape, word } from '../props/shape';
import { partsOf } from '../manifest/take-apart';
import { isDefinition } from './is-definition';
import type { ValidateOptions } from './options';
import { RULE_CODES } from './rule-codes';
import { sortOf } from './show';

const definition: Shape = {
  what: 'a CustomResourceDefinition of apiextensions.k8s.io/v1, as YAML readers give it',
  fits: (value) => partsOf(value).every(isDefinition),
};
const source: Shape = { what: 'a function', fits: (value) => typeof value === 'function' };

const OPTIONS = only(
  {
    customResources: list(definition),
    kubernetes: word(['1.35']),
    rules: map(word(['error', 'warning', 'off']), "{ 'image-tag': 'off' }"),
    sources: source,
  },
  "{ rules: { 'image-tag': 'off' } }",
);

/**
 * Sees to it that options say what their author thinks: a code that there is not would switch nothing off.
 *
 * @param subject whose options they are: `'validate'`
 * @throws InvalidPropsError with all that is wrong with them
 */
export function checkOptions(subject: string, options: ValidateOptions): void {
  const problems = new Problems();
  // A level that is undefined is none.
  checkShape(problems, isFields(options.rules) ? { ...options, rules: defined(options.rules) } : options, OPTIONS);
  if (!problems.any) {
    const codes: readonly string[] = RULE_CODES;
    for (const code of Object.keys(options.rules ?? {})) {
      if (codes.includes(code)) continue;
      const meant = didYouMean(code, codes);
      const fix = meant === undefined ? 'see docs/rules.md' : `did you mean "${meant}"`;
      problems.add('rules', code, `is not the code of a rule: ${fix}`);
    }
  }
  problems.throwIfAny(`the options of ${subject}`);
}

/**
 * Sees to it that manifests are a list: the letters of a text, of which it is one too, are none.
 *
 * @throws TypeError
 */
export function checkManifests(subject: string, name: string, manifests: unknown): void {
  if (typeof manifests === 'object' && manifests !== null && Symbol.iterator in manifests) return;
  const sort = sortOf(manifests);
  throw new TypeError(
    `${subject}: ${name} is ${sort}: give a list of objects, as \`app.manifests()\` or a YAML reader does`,
  );
}
