import type { Probe } from '../../../../imports/kubernetes/types';
import { portNameProblem } from '../../../manifest/name';
import type { Rule } from '../../rule';

/** Who gives a probe so many seconds has thought of slow answers. */
const PATIENT = 5;

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

export const probePort: Rule<'Container'> = {
  code: 'probe-port',
  severity: 'warning',
  on: 'Container',
  needs: ['Probe'],
  summary: 'A probe that names a port names one of its own container, or it fails for ever.',
  mirrors: 'pkg/probe/util.go: ResolveContainerPort',
  check(container, at, report) {
    for (const field of PROBES) {
      const probe = container[field];
      if (probe === undefined) continue;
      for (const handler of ['httpGet', 'tcpSocket'] as const) {
        const port = probe[handler]?.port;
        if (
          typeof port !== 'string' ||
          portNameProblem(port) !== undefined ||
          container.ports?.some(({ name }) => name === port)
        )
          continue;
        const names = (container.ports ?? []).flatMap(({ name = '' }) => (name === '' ? [] : [name]));
        const fix =
          names.length === 0 ? 'give the number, or name a port of the container so' : `write ${names.join(' or ')}`;
        report(at.field(field).field(handler).field('port'), `"${port}" is the name of no port of the container`, fix);
      }
    }
  },
};

export const hastyLiveness: Rule<'Container'> = {
  code: 'hasty-liveness',
  severity: 'warning',
  on: 'Container',
  needs: ['Container.livenessProbe'],
  summary: 'A liveness probe gives a container time to start, or it is killed before it is ready, again and again.',
  mirrors: 'pkg/kubelet/prober/worker.go: doProbe',
  check({ livenessProbe: liveness, readinessProbe: readiness, startupProbe }, at, report) {
    if (liveness === undefined || startupProbe !== undefined) return;
    const timeout = orDefault(liveness.timeoutSeconds, 1);
    const readyAfter = readiness?.initialDelaySeconds ?? 0;
    const killedAfter =
      (liveness.initialDelaySeconds ?? 0) +
      timeout +
      (orDefault(liveness.failureThreshold, 3) - 1) * periodOf(liveness);
    if (readiness !== undefined && killedAfter < readyAfter) {
      const message = `kills the container after ${killedAfter} s, and its readiness is first asked for after ${readyAfter} s`;
      report(at.field('livenessProbe'), message, 'add a startupProbe, or give it a larger initialDelaySeconds');
    } else if (liveness.failureThreshold === 1 && timeout < PATIENT) {
      const message = `is 1, so that one answer after more than ${timeout} s kills the container`;
      report(at.field('livenessProbe').field('failureThreshold'), message, 'allow 3, or more');
    }
  },
};

export const sameProbes: Rule<'Container'> = {
  code: 'same-probes',
  severity: 'warning',
  on: 'Container',
  needs: ['Container.livenessProbe'],
  summary:
    'A liveness probe asks something else than the readiness probe, or has more patience, because a busy container is killed otherwise.',
  check({ livenessProbe: liveness, readinessProbe: readiness }, at, report) {
    if (liveness === undefined || readiness === undefined) return;
    const [killed, unready] = [patienceOf(liveness), patienceOf(readiness)];
    if (killed > unready || handlerOf(liveness) !== handlerOf(readiness)) return;
    // A busy program still has its port open.
    if (liveness.tcpSocket !== undefined) return;
    report(
      at.field('livenessProbe'),
      `asks the same as readinessProbe, and kills the container after ${killed} s of failing, when that one takes ${unready} s`,
      'ask something that only a restart can repair, or give it more time: failureThreshold times periodSeconds',
    );
  },
};

/** The server reads 0 as absent. */
function orDefault(seconds: number | undefined, fallback: number): number {
  return seconds === undefined || seconds === 0 ? fallback : seconds;
}

function periodOf({ periodSeconds }: Probe): number {
  return orDefault(periodSeconds, 10);
}

/** Seconds of failing until something is done. */
function patienceOf(probe: Probe): number {
  return orDefault(probe.failureThreshold, 3) * periodOf(probe);
}

function handlerOf({ exec, grpc, httpGet, tcpSocket }: Probe): string {
  return JSON.stringify({ exec, grpc, httpGet, tcpSocket });
}
