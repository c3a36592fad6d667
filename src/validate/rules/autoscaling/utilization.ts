import type { HorizontalPodAutoscaler, PodSpec } from '../../../../imports/kubernetes/types';
import { type Path, ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { autoscaled, AUTOSCALER_DEFINITIONS } from '../whole-app/replicas';

export const utilizationWithoutRequest: AppRule = {
  code: 'utilization-without-request',
  severity: 'warning',
  on: 'the whole app',
  needs: AUTOSCALER_DEFINITIONS,
  summary:
    'Where an autoscaler looks at a utilization, each container says how much it requests, because that is what the share is of: without it, nothing is scaled.',
  mirrors: 'pkg/controller/podautoscaler/replica_calculator.go: calculatePodRequests',
  check(inventory, report) {
    const scaled = autoscaled(inventory);
    if (scaled.size === 0) return;
    const pods = new Map(inventory.pods.map((each) => [each.item, each]));
    // A LimitRange can give requests to containers that have none.
    const filled = new Set(inventory.ofKind('v1/LimitRange').map(({ key }) => key.namespace));
    for (const [workload, scaler] of scaled) {
      const spec = pods.get(workload)?.template.spec;
      if (spec === undefined || filled.has(workload.key.namespace)) continue;
      for (const { resource, at } of utilizations(scaler.object as HorizontalPodAutoscaler)) {
        const container = withoutRequest(spec, resource);
        if (container === undefined) continue;
        const { kind, name } = workload.key;
        const message = `is a share of the requests, and the container "${container}" of the ${kind} "${name}" has none`;
        report(scaler, at, message, `give it resources.requests.${resource}`);
      }
    }
  },
};

/** An autoscaler of autoscaling/v1 has no `metrics`. */
function utilizations({ spec }: HorizontalPodAutoscaler): readonly { readonly resource: string; readonly at: Path }[] {
  return (spec?.metrics ?? []).flatMap(({ resource }, index) =>
    resource?.target.averageUtilization === undefined
      ? []
      : [
          {
            resource: resource.name,
            at: ROOT.field('spec')
              .field('metrics')
              .item(index)
              .field('resource')
              .field('target')
              .field('averageUtilization'),
          },
        ],
  );
}

function withoutRequest({ containers, initContainers = [], resources }: PodSpec, resource: string): string | undefined {
  if (resources !== undefined) return undefined;
  const all = [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')];
  // A limit is a request, too.
  return all.find(
    ({ resources: own }) => own?.requests?.[resource] === undefined && own?.limits?.[resource] === undefined,
  )?.name;
}
