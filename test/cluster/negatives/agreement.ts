import { STRUCTURE_CODES } from '../../../src/validate/structure-codes';
import { isSamePlace, type Compared } from '../differential/compare';
import { hidden, notSaid } from './stated';

/** What became of a case of Kubernetes' tests. */
export interface Agreement {
  readonly kind: string;
  /**
   * - `found`: validate() finds what the test names, or some of it, and the rest has a stated reason
   * - `stated`: all that the test names has a stated reason
   * - `valid`: the test finds nothing, and validate() says of it what the server says
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
  const isClusters = named.length + errors.length === 0 && compared.outcome === 'excluded';
  const problems = [...explained.flatMap(({ problem = [] }) => problem), ...disagreement(compared)];
  const findings = errors.map(({ path, message }) => `${path} ${message}`);
  const context = [`server: ${verdict.message ?? 'accepts it'}`, ...findings];
  return {
    kind,
    outcome: isClusters ? 'excluded' : outcomeOf(named.length, whys.length),
    whys: isClusters ? [compared.why ?? ''] : [...new Set(whys)],
    problems: problems.map((problem) => [`${kind} ${seed}: ${problem}`, ...context].join('\n    ')),
  };
}

function outcomeOf(named: number, stated: number): Agreement['outcome'] {
  if (named === 0) return 'valid';
  return stated < named ? 'found' : 'stated';
}

function disagreement(compared: Compared): readonly string[] {
  const { outcome, errors } = compared;
  // What is not counted as the cluster's business may be ours as well: a node port that the Service itself has twice.
  if (outcome === 'excluded') return errors.length === 0 || isSamePlace(compared) ? [] : ['false error'];
  return outcome === 'missed' || outcome === 'false error' || outcome === 'known' ? [outcome] : [];
}

/** One error of the test: validate() finds it, or there is a reason why it is not found, or there is a problem. */
function explain(error: string, compared: Compared): { readonly why?: string; readonly problem?: string } {
  const [, field = '', what = ''] = /^(.*?): (.*)$/s.exec(error) ?? [];
  // The test of a part names the field within the part. The words are the same.
  const causes = (compared.verdict.causes ?? []).filter(({ message = '' }) => wordsOf(message) === wordsOf(what));
  const stated = causes.length === 0 ? notSaid(error) : undefined;
  if (stated !== undefined) return { why: stated };
  if (causes.length === 0 && compared.outcome !== 'excluded') return { problem: `the server does not say "${error}"` };
  const places = causes.length === 0 ? [field] : causes.map((cause) => cause.field ?? '');
  if (places.every((place) => isFoundAt(place, compared))) return {};
  const isStructureWrong = compared.errors.some(({ code }) => Object.hasOwn(STRUCTURE_CODES, code));
  const why = isStructureWrong ? hidden(error) : undefined;
  return why === undefined ? { problem: `validate() finds nothing at ${places.join(', ')}` } : { why };
}

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
