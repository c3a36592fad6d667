import type { Deployment } from '../../manifest/kubernetes';
import { defined } from '../../manifest/defined';
import { podTemplate } from '../../pod/pod-template';
import type { ResolvedWeb } from './resolve';

export function deployment({ identity, annotations, props, podPlan }: ResolvedWeb): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: identity.name,
      labels: identity.labels,
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: defined({
      replicas: props.replicas,
      selector: { matchLabels: identity.selector },
      strategy: props.strategy,
      minReadySeconds: props.minReadySeconds,
      progressDeadlineSeconds: props.progressDeadlineSeconds,
      revisionHistoryLimit: props.revisionHistoryLimit,
      paused: props.paused,
      template: podTemplate(podPlan),
    }),
  };
}
