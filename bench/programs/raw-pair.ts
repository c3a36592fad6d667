import type { ApiObjectProps } from 'cdk8s';

/** A StatefulSet and its headless Service as people write them: 1.5 KB of YAML. */
export function rawPair(name: string, team: string): readonly [ApiObjectProps, ApiObjectProps] {
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': team };
  const metadata = { name, labels };
  return [
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: statefulSetSpec(name, labels) },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: serviceSpec(name) },
  ];
}

/** The names of the pairs, and the team that each belongs to. */
export function pairNames(count: number): { readonly name: string; readonly team: string }[] {
  return Array.from({ length: count }, (_, i) => ({ name: `db-${i}`, team: `team-${i % 50}` }));
}

function statefulSetSpec(name: string, labels: Readonly<Record<string, string>>): object {
  return {
    replicas: 3,
    serviceName: name,
    selector: { matchLabels: { 'app.kubernetes.io/name': name } },
    template: {
      metadata: { labels },
      spec: { containers: [container()], terminationGracePeriodSeconds: 60 },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
      },
    ],
  };
}

function container(): object {
  return {
    name: 'postgres',
    image: 'postgres:15.4',
    ports: [{ name: 'postgres', containerPort: 5432 }],
    resources: { requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '1Gi' } },
    livenessProbe: { tcpSocket: { port: 5432 } },
    readinessProbe: { exec: { command: ['pg_isready', '-U', 'postgres'] }, periodSeconds: 5 },
    securityContext: { allowPrivilegeEscalation: false, runAsNonRoot: true, runAsUser: 999 },
    volumeMounts: [{ name: 'data', mountPath: '/var/lib/postgresql/data' }],
  };
}

function serviceSpec(name: string): object {
  return {
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    ports: [{ name: 'postgres', port: 5432, targetPort: 'postgres' }],
    selector: { 'app.kubernetes.io/name': name },
  };
}
