import type { Deployment } from '../../manifest/kubernetes';
import { defined } from '../../values/defined';
import { podTemplate } from '../../pod/pod-template';
import { workloadMetadata } from '../resolve-workload';
import type { ResolvedWeb } from './resolve';

export function deployment(web: ResolvedWeb): Deployment {
  const { identity, props, podPlan } = web;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: workloadMetadata(web),
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
