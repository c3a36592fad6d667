import type { ServicePort } from '../../../../imports/kubernetes/types';
import { dnsLabelProblem, labelKeyProblem, portNameProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';
import { isHeadless, typeOf } from './service-type';

export const servicePorts: Rule<'ServiceSpec'> = {
  code: 'service-ports',
  severity: 'error',
  on: 'ServiceSpec',
  summary:
    'A Service has at least one port, unless it is headless or an ExternalName, because its address is of use with a port only.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateService',
  check(spec, at, report) {
    const { ports = [], type } = spec;
    if (ports.length > 0 || type === 'ExternalName' || isHeadless(spec)) return;
    report(at, 'has no ports', 'give ports, or clusterIP "None" for a Service without an address');
  },
};

export const servicePortName: Rule<'ServiceSpec'> = {
  code: 'service-port-name',
  severity: 'error',
  on: 'ServiceSpec',
  summary:
    'Each of several ports of a Service has a name of its own, a DNS label, because others choose among them by name.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateServicePort',
  check({ ports = [] }, at, report) {
    for (const [index, port] of ports.entries()) {
      const { name = '' } = port;
      if (name === '') {
        if (ports.length > 1) report(at.field('ports').item(index), 'has no name', 'name each of several ports');
        continue;
      }
      if (dnsLabelProblem(name) !== undefined)
        checkField(report, at.field('ports').item(index), port, 'name', dnsLabelProblem);
      const first = ports.findIndex((other) => other.name === name);
      if (first === index) continue;
      const here = at.field('ports');
      report(here.item(index).field('name'), `"${name}" is that of ${here.item(first).text()}`, 'rename one of them');
    }
  },
};

export const targetPort: FieldRule<'ServicePort.targetPort'> = {
  code: 'target-port',
  severity: 'error',
  fields: ['ServicePort.targetPort'],
  summary: 'The target of the port of a Service is a port, or the name of one of a container.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePortNumOrName',
  problem(port) {
    // The port of the Service stands in for none.
    if (port === 0 || port === '') return undefined;
    if (typeof port === 'string')
      return /^\d+$/.test(port) ? `is a string: write the number ${port}` : portNameProblem(port);
    return port >= 1 && port <= 65535 ? undefined : 'is not a port: give a number from 1 to 65535';
  },
};

export const appProtocol: FieldRule<'ServicePort.appProtocol' | 'EndpointPort.appProtocol'> = {
  code: 'app-protocol',
  severity: 'error',
  fields: ['ServicePort.appProtocol', 'EndpointPort.appProtocol'],
  summary: 'The appProtocol of a port is a name, or a domain, "/" and a name.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateServicePort, validateEndpointPort',
  problem: labelKeyProblem,
};

export const nodePort: Rule<'ServiceSpec'> = {
  code: 'node-port',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServicePort.nodePort'],
  summary: 'Only a Service of type NodePort or LoadBalancer takes ports of the nodes, each for one of its ports.',
  mirrors:
    'pkg/apis/core/validation/validation.go: validateService; initNodePorts of pkg/registry/core/service/storage',
  check(spec, at, report) {
    const { ports = [] } = spec;
    const type = typeOf(spec);
    for (const [index, one] of ports.entries()) {
      const { nodePort = 0, port } = one;
      if (nodePort === 0) continue;
      const here = at.field('ports').item(index).field('nodePort');
      if (type === 'ClusterIP') {
        report(
          here,
          `${nodePort} is for a Service of type NodePort or LoadBalancer`,
          'take it away, or change the type',
        );
        continue;
      }
      const isTaken = type !== 'ExternalName';
      if (isTaken && (nodePort < 1 || nodePort > 65535)) {
        report(here, `${nodePort} is not a port`, 'give a number such as 30080, or take it away');
      }
      // One port of the node can stand for the same port with two protocols, for 53 of TCP and UDP.
      const other = ports.findIndex(
        (other) =>
          other.nodePort === nodePort && ((isTaken && other.port !== port) || protocolOf(other) === protocolOf(one)),
      );
      if (other < index)
        report(here, `${nodePort} is that of ${at.field('ports').item(other).text()}`, 'take another port');
    }
  },
};

/** No text is the default, too. */
function protocolOf({ protocol = 'TCP' }: ServicePort): string {
  return (protocol as string) === '' ? 'TCP' : protocol;
}
