/** The levels of the Pod Security Standards, from the one that allows all to the strictest. */
export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

/** What a namespace asks of its pods. */
export interface PodSecurityPolicy {
  readonly level: PodSecurityLevel;
  /** The minor version of Kubernetes whose checks are made: 24 of `v1.24`; Infinity for the latest. */
  readonly minor: number;
}

/**
 * The policy that the labels of a namespace enforce: `privileged` and the latest version where they say nothing. Undefined when a label
 * is wrong; the server does not create such a namespace.
 *
 * It mirrors k8s.io/pod-security-admission/api/helpers.go: PolicyToEvaluate, with the defaults of an API server that has no configuration
 * for it.
 */
export function enforcedPolicy(labels: Readonly<Record<string, string>> = {}): PodSecurityPolicy | undefined {
  const level = labels[`${PREFIX}enforce`] ?? 'privileged';
  const version = labels[`${PREFIX}enforce-version`] ?? 'latest';
  const minor = version === 'latest' ? Infinity : Number(VERSION.exec(version)?.[1] ?? NaN);
  return isLevel(level) && !Number.isNaN(minor) ? { level, minor } : undefined;
}

const PREFIX = 'pod-security.kubernetes.io/';
const VERSION = /^v1\.(0|[1-9]\d*)$/;

function isLevel(text: string): text is PodSecurityLevel {
  return text === 'privileged' || text === 'baseline' || text === 'restricted';
}
