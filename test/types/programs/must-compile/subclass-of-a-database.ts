import { Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { StatefulDatabase, type StatefulDatabaseProps } from 'cdk8s-workloads';

export interface PostgresProps extends Omit<StatefulDatabaseProps, 'image' | 'user' | 'port'> {
  readonly version: `${number}.${number}`;
}

export class Postgres extends StatefulDatabase {
  constructor(scope: Construct, id: string, { version, ...props }: PostgresProps) {
    super(scope, id, {
      image: `postgres:${version}`,
      user: 999,
      port: 5432,
      probes: { readiness: { exec: { command: ['pg_isready'] } }, startup: { tcpSocket: { port: 'db' } } },
      mounts: { '/var/run/postgresql': { emptyDir: {} } },
      ...props,
    });
  }

  get jdbc(): string {
    return `jdbc:${this.url('postgresql')}`;
  }
}

export const chart = Testing.chart();
export const { jdbc } = new Postgres(chart, 'orders', { version: '16.4', replicas: 2, ports: { metrics: 9187 } });
