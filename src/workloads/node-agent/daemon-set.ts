import type { DaemonSet } from '../../manifest/kubernetes';
import { defined } from '../../pod/container';
import { podTemplate } from '../../pod/pod-template';
import type { ResolvedAgent } from './resolve';

export function daemonSet({ identity, annotations, own, podPlan }: ResolvedAgent): DaemonSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: identity.name, labels: identity.labels, ...(Object.keys(annotations).length > 0 && { annotations }) },
    spec: defined({
      selector: { matchLabels: identity.selector },
      updateStrategy: own.updateStrategy,
      minReadySeconds: own.minReadySeconds,
      revisionHistoryLimit: own.revisionHistoryLimit,
      template: podTemplate(podPlan),
    }),
  };
}
