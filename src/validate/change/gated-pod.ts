import type { NodeSelectorTerm, Pod, PodSpec } from '../../../imports/kubernetes/types';
import { withoutFields } from '../../values/fields';
import { sameJson } from '../../values/same-json';
import { type Path, ROOT } from '../path';
import type { Report } from '../rule';
import type { ChangeRule } from './change-rule';

const SPEC = ROOT.field('spec');
const FIX = 'put back what was there; what is added narrows it';

export const gatedPodChange: ChangeRule<'v1/Pod'> = {
  code: 'gated-pod-change',
  severity: 'error',
  kinds: ['v1/Pod'],
  summary: 'While a Pod waits at a scheduling gate, the nodes that it may go to become fewer, never others.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateNodeSelectorMutation, validateNodeAffinityMutation',
  check(before, after, report) {
    if (!isGated(before)) return;
    for (const [label, value] of Object.entries(before.spec?.nodeSelector ?? {})) {
      const now = after.spec?.nodeSelector?.[label];
      if (now !== value) report(SPEC.field('nodeSelector').field(label), `was "${value}" and is ${quote(now)}`, FIX);
    }
    checkTerms(termsOf(before), termsOf(after), report);
  },
};

export function isGated({ spec }: Pod): boolean {
  return (spec?.schedulingGates ?? []).length > 0;
}

/** What is left of a pod when its node affinity may change; an affinity with nothing else in it is as good as none. */
export function withoutNodeAffinity<Spec extends Pick<PodSpec, 'affinity'>>(spec: Spec): Spec {
  const others = withoutFields(spec.affinity ?? {}, 'nodeAffinity');
  const rest = withoutFields(spec, 'affinity');
  // Only what is optional may be missing now.
  return (Object.keys(others).length > 0 ? { ...rest, affinity: others } : rest) as Spec;
}

const TERMS = ['affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'];

function termsOf({ spec }: Pod): readonly NodeSelectorTerm[] {
  return spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
}

/** Where there were none, any may come. */
function checkTerms(was: readonly NodeSelectorTerm[], is: readonly NodeSelectorTerm[], report: Report): void {
  const at = TERMS.reduce<Path>((place, field) => place.field(field), SPEC);
  if (was.length > 0 && was.length !== is.length) {
    report(at, `had ${was.length} and has ${is.length}, but none comes or goes`, FIX);
    return;
  }
  was.forEach((term, index) => {
    if (!isNarrower(is[index] ?? {}, term))
      report(at.item(index), 'is not what it was, but only additions are allowed', FIX);
  });
}

/** A term without any requirement matches no node, and stays so. */
function isNarrower(term: NodeSelectorTerm, old: NodeSelectorTerm): boolean {
  const [was, is] = [sizeOf(old), sizeOf(term)];
  if (was === 0) return is === 0;
  return (['matchExpressions', 'matchFields'] as const).every((list) => {
    const first = old[list] ?? [];
    return sameJson(first, (term[list] ?? []).slice(0, first.length));
  });
}

function sizeOf({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm): number {
  return matchExpressions.length + matchFields.length;
}

function quote(value: string | undefined): string {
  return value === undefined ? 'gone' : `"${value}"`;
}
