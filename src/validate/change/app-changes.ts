import type { Deployment, StatefulSet } from '../../../imports/kubernetes/types';
import { ROOT } from '../path';
import { show } from '../show';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { reportChanges } from './difference';

const SELECTED = ['apps/v1/DaemonSet', 'apps/v1/Deployment', 'apps/v1/ReplicaSet'] as const;

const selectorChange: ChangeRule<(typeof SELECTED)[number]> = {
  code: 'selector-change',
  severity: 'error',
  kinds: SELECTED,
  summary: 'The selector of a workload stays as it is, because the pods that it has would belong to nobody.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateDeploymentUpdate',
  check(before, after, report) {
    const fix = 'keep it, or make a workload under another name';
    reportChanges('apps/v1/Deployment', ['spec.selector'], [before, after], report, fix);
  },
};

const statefulSetChange: ChangeRule<'apps/v1/StatefulSet'> = {
  code: 'stateful-set-change',
  severity: 'error',
  kinds: ['apps/v1/StatefulSet'],
  summary: 'Of a StatefulSet the selector, the Service, the order of pods and the claim templates stay as they are.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateStatefulSetUpdate',
  check(before, after, report) {
    const fields = ['podManagementPolicy', 'selector', 'serviceName', 'volumeClaimTemplates'];
    const fix = 'keep it, or delete the StatefulSet with --cascade=orphan first, and make it again';
    const paths = fields.map((field) => `spec.${field}`);
    reportChanges('apps/v1/StatefulSet', paths, [before, after], report, fix);
  },
};

const scaledDownClaims: ChangeRule<'apps/v1/StatefulSet'> = {
  code: 'scaled-down-claims',
  severity: 'warning',
  kinds: ['apps/v1/StatefulSet'],
  summary:
    'A StatefulSet that has fewer replicas leaves the claims of the others behind, or deletes them with their data.',
  mirrors: 'pkg/controller/statefulset/stateful_set_utils.go: getPersistentVolumeClaimRetentionPolicy',
  check(before, after, report) {
    const [was, is] = [podsOf(before), podsOf(after)];
    const { volumeClaimTemplates: claims = [], persistentVolumeClaimRetentionPolicy: policy } = after.spec ?? {};
    const left = was.end - was.start - Math.max(0, Math.min(was.end, is.end) - Math.max(was.start, is.start));
    if (left === 0 || claims.length === 0) return;
    const names = claims.map(({ metadata }) => `"${metadata?.name ?? ''}-${after.metadata?.name ?? ''}-*"`).join(', ');
    const isShifted = was.start !== is.start;
    const at = isShifted ? ROOT.field('spec').field('ordinals') : ROOT.field('spec').field('replicas');
    const change = isShifted
      ? `had ${rangeOf(was)} and has ${rangeOf(is)}`
      : `was ${was.end - was.start} and is ${is.end - is.start}`;
    if (policy?.whenScaled === 'Delete') {
      report(at, `${change}, and the claims ${names} of the others are deleted with their data`, 'save it first');
    } else {
      report(at, `${change}, and the claims ${names} of the others stay`, 'delete them when nobody needs them');
    }
  },
};

const strategyChange: ChangeRule<'apps/v1/Deployment' | 'apps/v1/StatefulSet'> = {
  code: 'strategy-change',
  severity: 'warning',
  kinds: ['apps/v1/Deployment', 'apps/v1/StatefulSet'],
  summary:
    'A rolling update becomes another strategy by a replacement, because applying it keeps what the server filled in.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateDeploymentStrategy',
  check(before, after, report) {
    const [was, is] = [strategyOf(before), strategyOf(after)];
    if (!isRolling(was) || isRolling(is) || was?.rollingUpdate !== undefined) return;
    const field = 'strategy' in (after.spec ?? {}) ? 'strategy' : 'updateStrategy';
    // Of a StatefulSet the client does not know it either.
    const applier = after.kind === 'StatefulSet' ? 'kubectl apply' : 'server-side apply';
    const message = `is ${show(is?.type)}, but ${applier} keeps the default of rollingUpdate, and is refused`;
    report(ROOT.field('spec').field(field).field('type'), message, 'replace the object: kubectl replace -f FILE');
  },
};

interface Strategy {
  readonly type?: string;
  readonly rollingUpdate?: object;
}

function strategyOf({ spec }: Deployment | StatefulSet): Strategy | undefined {
  const { strategy, updateStrategy }: { readonly strategy?: Strategy; readonly updateStrategy?: Strategy } = spec ?? {};
  return strategy ?? updateStrategy;
}

function isRolling(strategy: Strategy | undefined): boolean {
  return strategy?.type === undefined || strategy.type === 'RollingUpdate';
}

/** The numbers of its pods: from `start`, to the last before `end`. */
interface Ordinals {
  readonly start: number;
  readonly end: number;
}

function podsOf({ spec }: StatefulSet): Ordinals {
  const start = spec?.ordinals?.start ?? 0;
  return { start, end: start + (spec?.replicas ?? 1) };
}

function rangeOf({ start, end }: Ordinals): string {
  return start === end ? 'no pod' : `pods ${start} to ${end - 1}`;
}

/** Changes of workloads that run for ever. */
export const APP_CHANGES: readonly AnyChangeRule[] = [
  selectorChange,
  statefulSetChange,
  scaledDownClaims,
  strategyChange,
];
