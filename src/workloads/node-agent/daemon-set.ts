import type { DaemonSet, DaemonSetUpdateStrategy } from '../../manifest/kubernetes';
import { defined } from '../../values/defined';
import { podTemplate } from '../../pod/pod-template';
import type { AgentUpdateStrategy } from './props';
import { workloadMetadata } from '../resolve-workload';
import type { ResolvedAgent } from './resolve';

export function daemonSet(agent: ResolvedAgent): DaemonSet {
  const { identity, own, podPlan } = agent;
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: workloadMetadata(agent),
    spec: defined({
      selector: { matchLabels: identity.selector },
      updateStrategy: own.updateStrategy && updateStrategy(own.updateStrategy),
      minReadySeconds: own.minReadySeconds,
      revisionHistoryLimit: own.revisionHistoryLimit,
      template: podTemplate(podPlan),
    }),
  };
}

/** `maxUnavailable` is 1 by default, and the API server refuses that beside a `maxSurge`. */
function updateStrategy(strategy: AgentUpdateStrategy): DaemonSetUpdateStrategy {
  const surges = 'rollingUpdate' in strategy && strategy.rollingUpdate?.maxSurge !== undefined;
  return surges ? { ...strategy, rollingUpdate: { ...strategy.rollingUpdate, maxUnavailable: 0 } } : strategy;
}
