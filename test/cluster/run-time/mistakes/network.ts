import type { PodSpec } from '../../../../imports/kubernetes/types';
import { answers, refuses } from '../answers';
import { both, isNotReadyAfter, isReady, of } from '../evidence';
import { deployment, pod, resolves, serve, service, statefulSet, template, triesUntil } from '../manifests';
import { mistake, type Mistake } from '../mistake';

const web = (name: string) => template(name, { command: serve(8080), ports: [{ name: 'http', containerPort: 8080 }] });

/** Services that lead nowhere. */
export const NETWORK: readonly Mistake[] = [
  mistake({
    name: 'wrong-selector',
    code: 'selects-nothing',
    wrong: '-web',
    right: '',
    manifests: (suffix, name) => [
      deployment(name, web(name)),
      service(name, { port: 80, targetPort: 8080 }, { selector: { app: name + suffix } }),
    ],
    fails: refuses(80),
    works: answers(80),
  }),
  mistake({
    name: 'port-of-no-name',
    code: 'unknown-target-port',
    wrong: 'web',
    right: 'http',
    manifests: (targetPort, name) => [deployment(name, web(name)), service(name, { port: 80, targetPort })],
    fails: refuses(80),
    works: answers(80),
  }),
  mistake({
    name: 'port-of-no-number',
    code: 'unknown-target-port',
    wrong: 80,
    right: 8080,
    manifests: (targetPort, name) => [deployment(name, web(name)), service(name, { port: 80, targetPort })],
    fails: refuses(80),
    works: answers(80),
  }),
  mistake<'TCP' | 'UDP'>({
    name: 'other-protocol',
    code: 'unknown-target-port',
    wrong: 'UDP',
    right: 'TCP',
    manifests: (protocol, name) => [
      deployment(name, web(name)),
      service(name, { port: 80, targetPort: 'http', protocol }),
    ],
    fails: refuses(80),
    works: answers(80),
  }),
  mistake({
    name: 'set-of-no-names',
    code: 'governing-service',
    wrong: 'set-of-no-names-web',
    right: 'right-set-of-no-names',
    manifests: (app, name, namespace) => [
      statefulSet(name, template(name, triesUntil(resolves(`${name}-0.${name}.${namespace}.svc.cluster.local`))), name),
      deployment(`${name}-web`),
      service(name, { port: 80 }, { clusterIP: 'None', publishNotReadyAddresses: true, selector: { app } }),
    ],
    fails: isNotReadyAfter(15),
    works: isReady,
  }),
  mistake({
    name: 'headless',
    code: 'headless-port',
    wrong: 80,
    right: 8080,
    manifests: (port, name) => [
      deployment(name, web(name)),
      service(name, { port, targetPort: 8080 }, { clusterIP: 'None' }),
      pod(`${name}-client`, triesUntil(`nc ${name} ${port} </dev/null`)),
    ],
    fails: both(isReady, of('client', isNotReadyAfter(15))),
    works: of('client', isReady),
  }),
  mistake({
    name: 'alias-of-address',
    code: 'external-name-target',
    wrong: '198.18.0.1',
    right: 'kubernetes.default.svc.cluster.local',
    manifests: (externalName, name) => [alias(name, externalName), pod(name, triesUntil(resolves(name)))],
    fails: isNotReadyAfter(15),
    works: isReady,
  }),
  mistake({
    name: 'alias-of-short-name',
    code: 'external-name-target',
    wrong: 'kubernetes',
    right: 'kubernetes.default.svc.cluster.local',
    manifests: (externalName, name) => [alias(name, externalName), pod(name, triesUntil(resolves(name)))],
    fails: isNotReadyAfter(15),
  }),
  mistake<PodSpec['dnsPolicy']>({
    name: 'names-on-the-node',
    code: 'host-network-dns',
    wrong: 'ClusterFirst',
    right: 'ClusterFirstWithHostNet',
    manifests: (dnsPolicy, name) => [
      pod(name, triesUntil(resolves('kubernetes.default.svc.cluster.local')), {
        hostNetwork: true,
        ...(dnsPolicy && { dnsPolicy }),
      }),
    ],
    fails: isNotReadyAfter(15),
    works: isReady,
  }),
];

function alias(name: string, externalName: string): object {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { type: 'ExternalName', externalName } };
}
