import type { ObjectMeta, PodSpec } from '../../../imports/kubernetes/types';
import { type Path, ROOT } from '../path';
import type { Check, FindViolations, PodUnderCheck } from './check';
import { HOST_CHECKS } from './host-checks';
import { KERNEL_CHECKS } from './kernel-checks';
import type { PodSecurityPolicy } from './policy';
import { PROFILE_CHECKS } from './profile-checks';
import { RESTRICTED_CHECKS } from './restricted-checks';

/** A place where a pod violates the policy of its namespace. */
export interface Violation {
  /** The check, by the name that Kubernetes gives it: `capabilities_restricted`. */
  readonly check: string;
  readonly at: Path;
  /** Continues the path: `is missing`, `is true`. */
  readonly message: string;
  readonly fix: string;
}

/** A Pod, or a pod template. */
export interface SecuredPod {
  readonly metadata?: ObjectMeta;
  readonly spec?: PodSpec;
}

/**
 * Where a pod violates a policy of pod security: at least one place for each check that the API server's admission would name.
 *
 * It mirrors k8s.io/pod-security-admission/policy of Kubernetes 1.35: a version that is newer than that is taken for 1.35.
 *
 * @param at where the `metadata` and `spec` are
 */
export function podSecurityViolations(
  policy: PodSecurityPolicy,
  pod: SecuredPod,
  at: Path = ROOT,
): readonly Violation[] {
  if (policy.level === 'privileged' || pod.spec === undefined) return [];
  const underCheck = placed(pod.metadata, pod.spec, at);
  const violations: Violation[] = [];
  for (const { name, find } of checksOf(policy)) {
    find(underCheck, (place, message, fix) => violations.push({ check: name, at: place, message, fix }));
  }
  return violations;
}

const CHECKS: readonly Check[] = [...HOST_CHECKS, ...KERNEL_CHECKS, ...PROFILE_CHECKS, ...RESTRICTED_CHECKS];

interface VersionedCheck {
  readonly name: string;
  readonly find: FindViolations;
}

/** By policy: many pods have the same one. */
const known = new WeakMap<PodSecurityPolicy, readonly VersionedCheck[]>();

function checksOf(policy: PodSecurityPolicy): readonly VersionedCheck[] {
  const checks = known.get(policy) ?? selectChecks(policy);
  known.set(policy, checks);
  return checks;
}

function selectChecks({ level, minor }: PodSecurityPolicy): readonly VersionedCheck[] {
  const made = CHECKS.flatMap((check) => {
    const find = level === 'restricted' || check.level === 'baseline' ? findOf(check, minor) : undefined;
    return find === undefined ? [] : [{ name: check.name, overrides: check.overrides, find }];
  });
  const overridden = made.map(({ overrides }) => overrides);
  return made.filter(({ name }) => !overridden.includes(name));
}

/** The youngest form of a check that the version has. Keys that are whole numbers come in their order. */
function findOf({ since }: Check, minor: number): FindViolations | undefined {
  return Object.entries(since)
    .filter(([first]) => Number(first) <= minor)
    .at(-1)?.[1];
}

function placed(metadata: ObjectMeta | undefined, spec: PodSpec, at: Path): PodUnderCheck {
  const specAt = at.field('spec');
  const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const;
  return {
    annotations: metadata?.annotations ?? {},
    annotationsAt: at.field('metadata').field('annotations'),
    spec,
    specAt,
    containers: lists.flatMap((list) =>
      (spec[list] ?? []).map((value, index) => ({ value, at: specAt.field(list).item(index) })),
    ),
  };
}
