import { STRUCTURE_CODES } from '../../../src/validate/structure-codes';
import { isSamePlace, type Compared } from '../differential/compare';
import { statedReason } from './stated';

/** What became of a case of Kubernetes' tests. */
export interface Agreement {
  readonly kind: string;
  /**
   * - `found`: validate() finds what the test names, or some of it, and the rest has a stated reason
   * - `stated`: all that the test names has a stated reason
   * - `valid`: the test finds nothing, and validate() says what the server says
   * - `excluded`: the test and validate() find nothing; the server does, for what this cluster lacks
   */
  readonly outcome: 'found' | 'stated' | 'valid' | 'excluded';
  /** The reasons, each once. */
  readonly whys: readonly string[];
  /** What is not as it should be, for people. */
  readonly problems: readonly string[];
}

/**
 * Compares what the test, the server and validate() find in one object.
 *
 * @param named the errors of the test, as `field: what`
 */
export function agreementOf(compared: Compared, named: readonly string[]): Agreement {
  const { kind, seed, verdict, errors } = compared;
  const explained = named.map((error) => explain(error, compared));
  const whys = explained.flatMap(({ why = [] }) => why);
  const isExcluded = named.length === 0 && compared.outcome === 'excluded';
  const problems = [...explained.flatMap(({ problem = [] }) => problem), ...disagreement(compared, isExcluded)];
  const findings = errors.map(({ path, message }) => `${path} ${message}`);
  const context = [`server: ${verdict.message ?? 'accepts it'}`, ...findings];
  return {
    kind,
    outcome: isExcluded ? 'excluded' : named.length === 0 ? 'valid' : whys.length < named.length ? 'found' : 'stated',
    whys: isExcluded ? [compared.why ?? ''] : [...new Set(whys)],
    problems: problems.map((problem) => [`${kind} ${seed}: ${problem}`, ...context].join('\n    ')),
  };
}

function disagreement({ outcome, errors }: Compared, isExcluded: boolean): readonly string[] {
  if (isExcluded && errors.length > 0) return ['validate() finds errors, and the test does not'];
  return outcome === 'missed' || outcome === 'false error' || outcome === 'known' ? [outcome] : [];
}

/** One error of the test: validate() finds it, or there is a reason why it is not found, or there is a problem. */
function explain(error: string, compared: Compared): { readonly why?: string; readonly problem?: string } {
  const [, field = '', what = ''] = /^(.*?): (.*)$/s.exec(error) ?? [];
  // The test of a part names the field within the part. The words are the same.
  const causes = (compared.verdict.causes ?? []).filter(({ message = '' }) => wordsOf(message) === wordsOf(what));
  const stated = causes.length === 0 ? statedReason(error) : undefined;
  if (stated !== undefined) return { why: stated };
  if (causes.length === 0 && compared.outcome !== 'excluded') return { problem: `the server does not say "${error}"` };
  const places = causes.length === 0 ? [field] : causes.map((cause) => cause.field ?? '');
  if (places.every((place) => isFoundAt(place, compared))) return {};
  if (compared.errors.some(({ code }) => Object.hasOwn(STRUCTURE_CODES, code))) return { why: HIDDEN };
  return { problem: `validate() finds nothing at ${places.join(', ')}` };
}

const HIDDEN = 'the structure is wrong as well: validate() shows rules what is sound';

/** A message without what the server has filled in, and without the words that a feature gate adds. */
function wordsOf(message: string): string {
  return message
    .replace(/: supported values: .*$/s, '')
    .replace(/\{.*\}/s, '{}')
    .replace('[]', 'null');
}

/** Where the server reports a mistake of another place, and what we say of the same. */
const PLACES: readonly (readonly [server: RegExp, ours: string])[] = [
  [/^annotations\./, 'metadata.annotations.'],
  [/^spec\.LoadBalancerSourceRanges/, 'spec.loadBalancerSourceRanges'],
  // It is an annotation that the server reads as a field of old.
  [/^spec\.rollback\.version$/, 'metadata.annotations'],
  [/^spec\.template\.metadata\.labels$/, 'spec.selector'],
  [/^(spec\.metrics\[\d+\])\.\w+$/, '$1.type'],
  [/\.target\.(?:averageUtilization|value)$/, '.target.averageValue'],
  [/^spec\.backoffLimitPerIndex$/, 'spec.maxFailedIndexes'],
  [/^spec\.clusterIPs(?:\[0\])?$/, 'spec.clusterIP'],
  [/^spec\.ipFamilyPolicy$/, 'spec.ipFamilies'],
];

function isFoundAt(field: string, compared: Compared): boolean {
  const places = [field, ...PLACES.map(([server, ours]) => field.replace(server, ours))];
  return places.some((place) =>
    isSamePlace({ ...compared, verdict: { ...compared.verdict, message: '', causes: [{ field: place }] } }),
  );
}
