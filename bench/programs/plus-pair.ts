import { Size, type Chart } from 'cdk8s';
import { Cpu, Probe, Service, StatefulSet } from 'cdk8s-plus-28';

/** As near as cdk8s-plus-28 comes to `rawPair`. It adds defaults of its own, and has no volume claim templates. */
export function addPlusPair(chart: Chart, name: string): void {
  const service = new Service(chart, `${name}-service`, { clusterIP: 'None', ports: [{ port: 5432 }] });
  new StatefulSet(chart, name, {
    service,
    replicas: 3,
    containers: [
      {
        image: 'postgres:15.4',
        portNumber: 5432,
        readiness: Probe.fromCommand(['pg_isready', '-U', 'postgres']),
        liveness: Probe.fromTcpSocket({ port: 5432 }),
        resources: {
          cpu: { request: Cpu.millis(250), limit: Cpu.units(1) },
          memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) },
        },
        securityContext: { user: 999 },
      },
    ],
  });
}
