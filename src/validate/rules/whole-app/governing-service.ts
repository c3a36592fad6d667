import type { Service } from '../../../../imports/kubernetes/types';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { matchesSelector } from '../../selector';
import { keyBeside } from '../../key-beside';

export const governingService: AppRule = {
  code: 'governing-service',
  severity: 'warning',
  on: 'the whole app',
  needs: ['StatefulSetSpec.serviceName'],
  summary:
    'The Service that a StatefulSet names selects its pods, because only then does each of them have a name in DNS.',
  mirrors: 'k8s.io/endpointslice/util/controller_utils.go: ShouldSetHostname',
  check(inventory, report) {
    for (const item of inventory.ofKind('apps/v1/StatefulSet')) {
      const { serviceName: name = '', template } = item.object.spec ?? {};
      const found = name === '' ? undefined : inventory.find(keyBeside(item, '', 'Service', name));
      if (!found?.isSound) continue;
      const { selector } = (found.object as Service).spec ?? {}; // Its key says that it is one.
      if (selector === undefined || matchesSelector({ matchLabels: selector }, template?.metadata?.labels)) continue;
      const fix = 'give the Service the labels of the pods as selector, or name another';
      report(item, ROOT.field('spec').field('serviceName'), `"${name}" is a Service that selects other pods`, fix);
    }
  },
};
