import type { Service } from '../../../../imports/kubernetes/types';
import type { Pods } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { eachContainer } from '../pod/each-container';
import { eachBackend } from './each-backend';

export const unknownTargetPort: AppRule = {
  code: 'unknown-target-port',
  severity: 'warning',
  on: 'the whole app',
  summary:
    'A targetPort by name is the name of a port of the pods that the Service selects, or the Service leads nowhere.',
  mirrors: 'k8s.io/endpointslice/util/controller_utils.go: FindPort',
  check(inventory, report) {
    for (const item of inventory.ofKind('v1/Service')) {
      const { selector = {}, ports = [] } = item.object.spec ?? {};
      if (Object.keys(selector).length === 0 || !ports.some(({ targetPort }) => typeof targetPort === 'string'))
        continue;
      const pods = inventory.selectedPods({ matchLabels: selector }, item.key.namespace) ?? [];
      if (pods.length === 0) continue;
      const names = portNames(pods);
      ports.forEach(({ targetPort }, index) => {
        if (typeof targetPort !== 'string' || names.has(targetPort)) return;
        const at = ROOT.field('spec').field('ports').item(index).field('targetPort');
        const fix =
          names.size === 0 ? 'name the port of the container' : `write ${[...names].slice(0, 5).join(' or ')}`;
        report(item, at, `"${targetPort}" is the name of no port of the selected pods`, fix);
      });
    }
  },
};

function portNames(pods: readonly Pods[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { template } of pods) {
    if (template.spec === undefined) continue;
    eachContainer(template.spec, ({ ports }) => {
      ports?.forEach(({ name = '' }) => name !== '' && names.add(name));
    });
  }
  return names;
}

export const unknownServicePort: AppRule = {
  code: 'unknown-service-port',
  severity: 'warning',
  on: 'the whole app',
  summary: 'The port of an Ingress backend is one of its Service, or requests are answered with an error.',
  check(inventory, report) {
    for (const item of inventory.ofKind('networking.k8s.io/v1/Ingress')) {
      const { namespace } = item.key;
      eachBackend(item.object, ({ service }, at) => {
        if (service?.port === undefined) return;
        const key = { group: '', kind: 'Service', name: service.name };
        const found = inventory.find(namespace === undefined ? key : { ...key, namespace });
        if (!found?.isSound) return;
        const { ports = [] } = (found.object as Service).spec ?? {}; // Its key says that it is one.
        const { name = '', number = 0 } = service.port;
        if (ports.length === 0 || ports.some((port) => (name === '' ? port.port === number : port.name === name)))
          return;
        const field = name === '' ? 'number' : 'name';
        const known = ports.map((port) => (name === '' ? port.port : port.name)).filter((port) => port !== undefined);
        const fix = known.length === 0 ? 'write the number of one' : `write ${known.slice(0, 5).join(' or ')}`;
        const shown = name === '' ? String(number) : `"${name}"`;
        report(
          item,
          at.field('service').field('port').field(field),
          `${shown} is no port of the Service "${service.name}"`,
          fix,
        );
      });
    }
  },
};
