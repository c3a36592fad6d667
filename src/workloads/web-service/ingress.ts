import type { HTTPIngressPath, Ingress } from '../../manifest/kubernetes';
import { nameOf } from '../../manifest/reference';
import type { IngressPaths, IngressProps } from './props';
import { findPort, type ResolvedWeb } from './resolve';

const ALL_PATHS: IngressPaths = { '/': { pathType: 'Prefix' } };

export function ingress({ identity, serviceName, ports, hosts }: ResolvedWeb, props: IngressProps): Ingress {
  const { className, annotations, tlsSecretName, paths = ALL_PATHS } = props;
  const http = {
    paths: Object.entries(paths).map(([path, { pathType, port }]): HTTPIngressPath => {
      const declared = port === undefined ? ports[0] : findPort(ports, port);
      return { path, pathType, backend: { service: { name: serviceName, port: { name: declared?.name } } } };
    }),
  };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: identity.name, labels: identity.labels, ...(annotations && { annotations }) },
    spec: {
      ...(className !== undefined && { ingressClassName: className }),
      ...(tlsSecretName !== undefined && {
        tls: [{ ...(hosts.length > 0 && { hosts }), secretName: nameOf(tlsSecretName) }],
      }),
      rules: hosts.length === 0 ? [{ http }] : hosts.map((host) => ({ host, http })),
    },
  };
}
