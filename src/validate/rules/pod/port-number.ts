import type { FieldRule } from '../../rule';

export const portNumber: FieldRule<
  'ContainerPort.containerPort' | 'ServicePort.port' | 'GRPCAction.port' | 'EndpointPort.port'
> = {
  code: 'port-number',
  severity: 'error',
  fields: ['ContainerPort.containerPort', 'ServicePort.port', 'GRPCAction.port', 'EndpointPort.port'],
  summary: 'A port is from 1 to 65535, because TCP and UDP have no others.',
  mirrors: 'apimachinery/pkg/util/validation/validation.go: IsValidPortNum',
  problem(port) {
    return port >= 1 && port <= 65535 ? undefined : 'is not a port: give a number from 1 to 65535';
  },
};
