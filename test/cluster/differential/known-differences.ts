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
    why: 'what the CEL of an admission policy or a device may cost is not counted',
    is: ({ kind, verdict: { causes = [] } }) =>
      !kind.startsWith('apiextensions.k8s.io/') &&
      causes.length > 0 &&
      causes.every(({ message = '' }) => CEL.test(message)),
  },
  {
    why: 'whether its namespace allows admin access to devices, only the cluster knows',
    is: ({ verdict: { causes = [] } }) =>
      causes.length > 0 && causes.every(({ message = '' }) => /admin access to devices requires/.test(message)),
  },
  {
    why: 'a dry run allocates no node ports; a real creation refuses those that are none',
    is: ({ verdict }, errors) => verdict.accepted && errors.every(({ code }) => code === 'node-port'),
  },
  {
    why: 'who creates an event without a namespace chooses one, and may choose that of its object',
    is: ({ kind, manifest, verdict: { causes = [] } }) => {
      const { namespace = '' } = (manifest['metadata'] ?? {}) as { readonly namespace?: unknown };
      const isAboutIt = causes.length > 0 && causes.every(({ field }) => field === 'involvedObject.namespace');
      return kind.endsWith('/Event') && (namespace ?? '') === '' && isAboutIt;
    },
  },
  {
    why: 'metrics and behavior of autoscaling/v1 are annotations of an alpha version, as text; autoscaling/v2 has fields for them',
    is: ({ kind, manifest }) => {
      const { annotations } = (manifest['metadata'] ?? {}) as { readonly annotations?: object | null };
      const names = Object.keys(annotations ?? {});
      return kind.startsWith('autoscaling/v1/') && names.some((name) => name.startsWith('autoscaling.alpha.'));
    },
  },
  {
    why: 'a DaemonSet keeps the limits of a rolling update that it does not make; those that are none would be refused once it does',
    is: ({ kind, verdict }, errors) =>
      kind.endsWith('/DaemonSet') &&
      verdict.accepted &&
      errors.every(({ path }) => path.startsWith('spec.updateStrategy.rollingUpdate.')),
  },
  {
    why: 'the server reads the apiVersion "/v1" as "v1"; it is a slip, and kubectl apply cannot find such an object again',
    is: ({ manifest, verdict }) => verdict.accepted && String(manifest['apiVersion']).startsWith('/'),
  },
];

const CEL = /rule cost|exceeds budget/;

/** Why validate() disagrees with the server on purpose; undefined when it does not. */
export function knownDifference(judged: Judged, errors: readonly Issue[]): string | undefined {
  return DIFFERENCES.find(({ is }) => is(judged, errors))?.why;
}
