import { Chart } from 'cdk8s';
import { type App, StatefulDatabase } from '../../src/index';

/** Databases with all the objects that a StatefulDatabase can have, ten to a chart. */
export function addDatabases(app: App, databases: number): void {
  const charts = Array.from({ length: databases / 10 }, (_, i) => {
    return new Chart(app, `team-${i}`, { namespace: `team-${i}` });
  });
  for (let i = 0; i < databases; i++) {
    const chart = charts[i % charts.length];
    if (chart) addDatabase(chart, `orders-${i}`);
  }
}

function addDatabase(chart: Chart, name: string): void {
  new StatefulDatabase(chart, name, {
    image: 'postgres:16.4',
    user: 999,
    port: 5432,
    replicas: 3,
    storage: { mountPath: '/var/lib/postgresql/data', size: '20Gi', storageClassName: 'ssd' },
    env: { POSTGRES_PASSWORD: { secretKeyRef: { name, key: 'password' } } },
    mounts: { '/var/run/postgresql': { emptyDir: {} } },
    config: { mountPath: '/etc/postgresql', files: { 'postgresql.conf': 'max_connections = 200\n' } },
    resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
    probes: { readiness: { exec: { command: ['pg_isready', '-U', 'postgres'] } } },
    backup: {
      schedule: '15 3 * * *',
      timeZone: 'Asia/Seoul',
      command: ['sh', '-c', 'pg_dumpall -h "$HOST" -U postgres > /backup/all.sql'],
      volume: { mountPath: '/backup', size: '50Gi' },
    },
  });
}
