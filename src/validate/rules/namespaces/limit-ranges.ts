import type { Container } from '../../../../imports/kubernetes/types';
import { amountOf } from '../../amount';
import type { Path } from '../../path';
import type { AppRule } from '../../rule';
import { eachContainer } from '../pod/each-container';
import { containerRanges, type Range } from './container-ranges';

export const limitRangeAmount: AppRule = {
  code: 'limit-range-amount',
  severity: 'warning',
  on: 'the whole app',
  needs: ['LimitRange'],
  summary: 'What a container has is what the LimitRange of its namespace allows, or its pod is refused.',
  mirrors: 'plugin/pkg/admission/limitranger/admission.go: PodValidateLimitFunc, mergeContainerResources',
  check(inventory, report) {
    const ranges = containerRanges(inventory);
    if (ranges.size === 0) return;
    for (const { item, at, template } of inventory.pods) {
      const here = ranges.get(item.key.namespace);
      if (here === undefined || template.spec === undefined) continue;
      eachContainer(template.spec, ({ resources }, list, index) => {
        const place = at.field('spec').field(list).item(index).field('resources');
        for (const range of here) {
          for (const [path, message, fix] of problemsOf(resources, range, place)) report(item, path, message, fix);
        }
      });
    }
  },
};

type Problem = readonly [path: Path, message: string, fix: string];

function problemsOf(resources: Container['resources'], { owner, limit }: Range, at: Path): readonly Problem[] {
  const { min = {}, max = {}, default: usual = {} } = limit;
  return (['limits', 'requests'] as const).flatMap((field) =>
    Object.entries(resources?.[field] ?? {}).flatMap(([name, amount]): readonly Problem[] => {
      const place = at.field(field).field(name);
      const [least, most] = [min[name], max[name]];
      // A container without a limit of its own gets the default, and cannot ask for more.
      const given = field === 'requests' && resources?.limits?.[name] === undefined ? usual[name] : undefined;
      if (least !== undefined && amountOf(amount) < amountOf(least)) {
        return [[place, `is ${amount}, less than the ${least} of the LimitRange "${owner}"`, `give ${least}, or more`]];
      }
      if (most !== undefined && amountOf(amount) > amountOf(most)) {
        return [[place, `is ${amount}, more than the ${most} of the LimitRange "${owner}"`, `give ${most} at most`]];
      }
      if (given === undefined || amountOf(amount) <= amountOf(given)) return [];
      const message = `is ${amount}, more than the limit that the LimitRange "${owner}" gives by default, ${given}`;
      return [[place, message, 'give the container a limit of its own']];
    }),
  );
}
