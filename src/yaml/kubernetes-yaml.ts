import {
  boolYaml11Tag,
  defineScalarTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
  seqTag,
  strTag,
} from 'js-yaml';

const mapOfStrings: typeof mapTag = {
  ...mapTag,
  addPair: (map, key, value) => (key === null ? 'a key is null' : mapTag.addPair(map, key, value)),
};

/**
 * YAML as kubectl reads it, which is neither YAML 1.1 nor 1.2: `yes` and `on` are true, `014` and `0o14` are 12, `1_000` is 1000,
 * but `1:30` and `2024-01-01` are strings. A tag that is not known changes nothing.
 *
 * It mirrors `resolve` in go.yaml.in/yaml/v2, by which sigs.k8s.io/yaml makes JSON.
 *
 * Caveats: whole numbers beyond 2^53 lose their last digits. A merge (`<<`) that comes after a key of the same map does not
 * overwrite it, as YAML says and kubectl does not.
 */
export const KUBERNETES_YAML = new Schema([
  { ...strTag, tagName: '', matchByTagPrefix: true },
  { ...seqTag, tagName: '', matchByTagPrefix: true },
  { ...mapOfStrings, tagName: '', matchByTagPrefix: true },
  strTag,
  seqTag,
  mapOfStrings,
  nullYaml11Tag,
  boolYaml11Tag,
  defineScalarTag('tag:yaml.org,2002:int', {
    implicit: true,
    implicitFirstChars: Array.from('+-.0123456789'),
    resolve: (text) => numberIn(text) ?? NOT_RESOLVED,
    identify: () => false,
  }),
  defineScalarTag('tag:yaml.org,2002:float', {
    resolve: (text) => numberIn(text) ?? NOT_RESOLVED,
    identify: () => false,
  }),
  defineScalarTag('tag:yaml.org,2002:binary', {
    resolve: (text) => Buffer.from(text, 'base64').toString(),
    identify: () => false,
  }),
  mergeTag,
]);

/** The value of a scalar that has neither quotes nor a tag; undefined when JSON has no words for it. */
export function plainValue(text: string): unknown {
  if (MAY_BE_NUMBER.test(text)) return NOT_JSON.test(text) ? undefined : (numberIn(text) ?? text);
  if (text.length > LONGEST_WORD) return text;
  for (const { resolve } of [nullYaml11Tag, boolYaml11Tag]) {
    const value = resolve(text, false, '');
    if (value !== NOT_RESOLVED) return value;
  }
  return text;
}

const MAY_BE_NUMBER = /^[-+.\d]/;
const LONGEST_WORD = 'false'.length;

/**
 * The number that a plain scalar is, or undefined when it is a string.
 *
 * @throws Error for infinity and what is not a number, which JSON has no words for
 */
function numberIn(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  if (NOT_JSON.test(text)) throw new Error(`${text} has no place in JSON: put it in quotes`);
  const digits = text.replaceAll('_', '');
  const [, sign, hex, binary, octal] = INTEGER.exec(digits) ?? [];
  if (sign !== undefined) {
    const [value, base] = hex ? [hex, 16] : binary ? [binary, 2] : [octal ?? '', 8];
    return Number(`${sign}1`) * parseInt(value, base);
  }
  const float = FLOAT.test(digits) ? Number(digits) : NaN;
  return Number.isFinite(float) ? float : undefined;
}

const PLAIN = /^(0|[1-9]\d{0,14})$/;
const NOT_JSON = /^[-+]?\.(inf|Inf|INF)$|^\.(nan|NaN|NAN)$/;
const INTEGER = /^([-+]?)0(?:x([\da-f]+)|b([01]+)|o?([0-7]+))$/i;
const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?$/i;
