import type { PodAffinityTerm } from '../../../../imports/kubernetes/types';
import type { Rule } from '../../rule';
import { matchesSelector } from '../../selector';

export const spreadSelector: Rule<'PodTemplateSpec' | 'Pod'> = {
  code: 'spread-selector',
  severity: 'warning',
  on: ['PodTemplateSpec', 'Pod'],
  needs: ['TopologySpreadConstraint'],
  summary:
    'A topology spread counts the pods that its selector matches; it matches its own pods, or it spreads nothing.',
  mirrors: 'pkg/scheduler/framework/plugins/podtopologyspread/common.go: filterTopologySpreadConstraints',
  check({ metadata, spec }, at, report) {
    spec?.topologySpreadConstraints?.forEach(({ labelSelector, matchLabelKeys = [] }, index) => {
      const here = at.field('spec').field('topologySpreadConstraints').item(index).field('labelSelector');
      const fix = 'give it the labels of the pods themselves';
      if (labelSelector === undefined) {
        // With matchLabelKeys it is an error.
        if (matchLabelKeys.length === 0) report(here, 'is missing, so that no pod counts', fix);
      } else if (!matchesSelector(labelSelector, metadata?.labels)) report(here, 'does not match its own pods', fix);
    });
  },
};

export const affinitySelector: Rule<'PodAffinityTerm'> = {
  code: 'affinity-selector',
  severity: 'warning',
  on: 'PodAffinityTerm',
  summary: 'A term of pod affinity or anti-affinity has a selector, or it matches no pod.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodAffinityTerms',
  check({ labelSelector }: PodAffinityTerm, at, report) {
    if (labelSelector !== undefined) return;
    report(at.field('labelSelector'), 'is missing, so that no pod matches', 'say which pods are meant');
  },
};
