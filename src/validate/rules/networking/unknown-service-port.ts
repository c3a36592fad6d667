import type { Service } from '../../../../imports/kubernetes/types';
import type { AppRule } from '../../rule';
import { eachBackend } from './each-backend';
import { keyBeside } from '../../key-beside';

export const unknownServicePort: AppRule = {
  code: 'unknown-service-port',
  severity: 'warning',
  on: 'the whole app',
  needs: ['Ingress'],
  summary: 'The port of an Ingress backend is one of its Service, or requests are answered with an error.',
  check(inventory, report) {
    for (const item of inventory.ofKind('networking.k8s.io/v1/Ingress')) {
      eachBackend(item.object, ({ service }, at) => {
        if (service?.port === undefined) return;
        const found = inventory.find(keyBeside(item, '', 'Service', service.name));
        if (!found?.isSound) return;
        const { ports = [] } = (found.object as Service).spec ?? {}; // Its key says that it is one.
        const { name = '', number = 0 } = service.port;
        // The load balancer controller of AWS finds the port in an annotation.
        if (name === 'use-annotation') return;
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
