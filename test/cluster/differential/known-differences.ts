import type { Issue } from '../../../src/validate/issue';
import type { Judged } from './verdicts';

/** A disagreement that is meant. */
interface Difference {
  readonly why: string;
  readonly is: (judged: Judged, errors: readonly Issue[]) => boolean;
}

const DIFFERENCES: readonly Difference[] = [
  {
    why: 'a TokenReview, SubjectAccessReview and their like are questions that no server keeps: nobody writes them into a file',
    is: ({ kind }) => kind.endsWith('Review'),
  },
  {
    why: 'CEL is parsed, but its names and types are not checked, nor is what it would cost: that takes the compiler of the server',
    is: ({ verdict: { causes = [] } }) => causes.length > 0 && causes.every(({ message = '' }) => CEL.test(message)),
  },
  {
    why: 'a dry run allocates no node ports; a real creation refuses those that are none',
    is: ({ verdict }, errors) => verdict.accepted && errors.every(({ code }) => code === 'node-port'),
  },
  {
    why: 'the server reads the apiVersion "/v1" as "v1"; it is a slip, and kubectl apply cannot find such an object again',
    is: ({ manifest, verdict }) => verdict.accepted && String(manifest['apiVersion']).startsWith('/'),
  },
];

const CEL =
  /compilation failed: ERROR: (?!.*Syntax error)|must evaluate to|rule cost|exceeds budget|oldSelf is not used/;

/** Why validate() disagrees with the server on purpose; undefined when it does not. */
export function knownDifference(judged: Judged, errors: readonly Issue[]): string | undefined {
  return DIFFERENCES.find(({ is }) => is(judged, errors))?.why;
}
