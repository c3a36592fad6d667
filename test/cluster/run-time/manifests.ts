import type {
  ConfigMap,
  Container,
  Deployment,
  Pod,
  PodSpec,
  PodTemplateSpec,
  Service,
  ServicePort,
  StatefulSet,
} from '../../../imports/kubernetes/types';

/** An image that the nodes have. It sleeps. */
export const BUSYBOX = 'testbed/busybox:1';

/** A program for a shell. */
export const sh = (script: string): string[] => ['sh', '-c', script];

/** Answers each request on a port with its name. */
export const serve = (port: number): string[] => sh(`mkdir /tmp/www; cd /tmp/www; exec httpd -f -p ${port}`);

export const SLEEP = ['sleep', '1d'];

/** A container that is ready when a command for the shell has worked once, and tries it until then. */
export function triesUntil(test: string): Partial<Container> {
  return {
    command: sh(`until ${test}; do sleep 1; done; touch /worked; sleep 1d`),
    readinessProbe: { exec: { command: ['test', '-e', '/worked'] }, periodSeconds: 1 },
  };
}

/** Whether DNS knows a name. */
export const resolves = (name: string): string => `nslookup ${name} | grep -q ^Name:`;

type PartialSpec = Omit<Partial<PodSpec>, 'containers'> & { readonly containers?: PodSpec['containers'] };

/** A container that sleeps, unless it is told otherwise, and the rest of its pod. */
export function template(app: string, container: Partial<Container> = {}, spec: PartialSpec = {}): PodTemplateSpec {
  return {
    metadata: { labels: { app } },
    spec: {
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 1,
      containers: [{ name: 'main', image: BUSYBOX, command: SLEEP, ...container }],
      ...spec,
    },
  };
}

export function pod(name: string, container: Partial<Container> = {}, spec: PartialSpec = {}): Pod {
  const { metadata, spec: podSpec } = template(name, container, spec);
  return { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name }, ...(podSpec && { spec: podSpec }) };
}

export function deployment(
  name: string,
  pods: PodTemplateSpec = template(name),
  spec: Partial<NonNullable<Deployment['spec']>> = {},
): Deployment {
  const { labels = {} } = pods.metadata ?? {};
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: pods, ...spec },
  };
}

export function statefulSet(name: string, pods: PodTemplateSpec = template(name), serviceName?: string): StatefulSet {
  const { labels = {} } = pods.metadata ?? {};
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: pods, ...(serviceName !== undefined && { serviceName }) },
  };
}

export function service(name: string, port: ServicePort, spec: Partial<NonNullable<Service['spec']>> = {}): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: name }, ports: [port], ...spec },
  };
}

export function configMap(name: string, data: Readonly<Record<string, string>>): ConfigMap {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
}
