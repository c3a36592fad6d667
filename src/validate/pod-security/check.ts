import type {
  Container,
  EphemeralContainer,
  PodSecurityContext,
  PodSpec,
  SecurityContext,
} from '../../../imports/kubernetes/types';
import type { Path } from '../path';

/** A check of the Pod Security Standards, as k8s.io/pod-security-admission/policy has them. */
export interface Check {
  /** The name that Kubernetes gives it: `capabilities_restricted`. */
  readonly name: string;
  /** The check of a level is made for the stricter one, too. */
  readonly level: 'baseline' | 'restricted';
  /** A check of the baseline that is not made where this one is, which asks more of the same fields. */
  readonly overrides?: string;
  /** What it looks for, from a minor version of Kubernetes on, the oldest first. Before the first it is not made. */
  readonly since: Readonly<Record<number, FindViolations>>;
}

/** Reports each place of a pod that violates a check. */
export type FindViolations = (pod: PodUnderCheck, report: ReportViolation) => void;

/** @param message continues the path: `is missing`, `is true` */
export type ReportViolation = (at: Path, message: string, fix: string) => void;

/** A pod as the checks look at it. */
export interface PodUnderCheck {
  readonly annotations: Readonly<Record<string, string>>;
  readonly annotationsAt: Path;
  readonly spec: PodSpec;
  readonly specAt: Path;
  /** The containers of all three lists, init containers first. */
  readonly containers: readonly Placed<Container | EphemeralContainer>[];
}

export interface Placed<T> {
  readonly value: T;
  readonly at: Path;
}

/** What stands in the security context of the pod, and what in that of each container. */
export function securityFields<Name extends SharedField>(
  pod: PodUnderCheck,
  name: Name,
): readonly Placed<Shared[Name]>[] {
  const contexts: readonly Placed<{ readonly securityContext?: Partial<Shared> }>[] = [
    { value: pod.spec, at: pod.specAt },
    ...pod.containers,
  ];
  return contexts.flatMap(({ value: { securityContext }, at }) => {
    const value = securityContext?.[name];
    return value === undefined ? [] : [{ value, at: at.field('securityContext').field(name) }];
  });
}

type SharedField =
  'appArmorProfile' | 'runAsNonRoot' | 'runAsUser' | 'seLinuxOptions' | 'seccompProfile' | 'windowsOptions';
/** The fields that both sorts of security context have. */
type Shared = Required<Pick<SecurityContext & PodSecurityContext, SharedField>>;

/** Whether root in the pod is another user outside. Some checks are not made of such pods. */
export function hasUserNamespace({ spec }: PodUnderCheck): boolean {
  return spec.hostUsers === false;
}

/** The fields that some checks want do not exist on Windows. */
export function unlessWindows(find: FindViolations): FindViolations {
  return (pod, report) => {
    if (pod.spec.os?.name !== 'windows') find(pod, report);
  };
}
