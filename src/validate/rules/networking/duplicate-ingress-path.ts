import type { Ingress } from '../../../../imports/kubernetes/types';
import type { Item } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';

export const duplicateIngressPath: AppRule = {
  code: 'duplicate-ingress-path',
  severity: 'warning',
  on: 'the whole app',
  needs: ['Ingress'],
  summary:
    'A host and path stand in one rule only, because of two the controller takes one, and which is its own affair.',
  check(inventory, report) {
    const seen = new Map<string, Item>();
    for (const item of inventory.ofKind('networking.k8s.io/v1/Ingress')) {
      const { spec, metadata } = item.object;
      if (isChosenByAnnotation(item.object)) continue;
      const ingressClass = spec?.ingressClassName ?? metadata?.annotations?.['kubernetes.io/ingress.class'] ?? '';
      spec?.rules?.forEach(({ host = '', http }, rule) =>
        http?.paths.forEach(({ path = '', pathType, backend }, index) => {
          // The controller of AWS reads in an annotation what to do, such as to redirect; the next path is for the rest.
          if (backend.service?.port?.name === 'use-annotation') return;
          const key = JSON.stringify([item.key.namespace, ingressClass, host, path, pathType]);
          const earlier = seen.get(key);
          if (earlier === undefined) seen.set(key, item);
          // That the whole Ingress is there twice is another rule's.
          if (earlier === undefined || (earlier !== item && earlier.key.name === item.key.name)) return;
          const at = ROOT.field('spec')
            .field('rules')
            .item(rule)
            .field('http')
            .field('paths')
            .item(index)
            .field('path');
          const where = earlier === item ? 'earlier in this Ingress' : `in the Ingress "${earlier.key.name}"`;
          report(
            item,
            at,
            `"${path}" of ${host === '' ? 'any host' : `"${host}"`} is there ${where}`,
            'keep one of them',
          );
        }),
      );
    }
  },
};

/** Whether more than the path decides, as for a canary, or by the conditions that the controller of AWS has. */
function isChosenByAnnotation({ metadata }: Ingress): boolean {
  return Object.keys(metadata?.annotations ?? {}).some((key) => /canary|\/conditions\./.test(key));
}
