import type { Probe } from '../../../../imports/kubernetes/types';
import { portNameProblem } from '../../../manifest/name';
import type { Rule } from '../../rule';

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

export const probePort: Rule<'Container'> = {
  code: 'probe-port',
  severity: 'warning',
  on: 'Container',
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
  summary: 'A liveness probe gives a container time to start, or it is killed before it is ready, again and again.',
  mirrors: 'pkg/kubelet/prober/worker.go: doProbe',
  check({ livenessProbe: liveness, readinessProbe: readiness, startupProbe }, at, report) {
    if (liveness === undefined || startupProbe !== undefined) return;
    const here = at.field('livenessProbe');
    const readyAfter = readiness?.initialDelaySeconds ?? 0;
    const killedAfter = firstFailure(liveness) + (orDefault(liveness.failureThreshold, 3) - 1) * periodOf(liveness);
    if (readiness !== undefined && killedAfter < readyAfter) {
      const message = `kills after ${killedAfter} s, and readiness is asked for after ${readyAfter} s only`;
      report(here, message, 'add a startupProbe, or start later');
    } else if (liveness.failureThreshold === 1) {
      report(here.field('failureThreshold'), 'is 1: one slow answer kills the container', 'allow 3, or more');
    }
  },
};

export const sameProbes: Rule<'Container'> = {
  code: 'same-probes',
  severity: 'warning',
  on: 'Container',
  summary:
    'A liveness probe asks something else than the readiness probe, or has more patience, because a busy container is killed otherwise.',
  check({ livenessProbe: liveness, readinessProbe: readiness }, at, report) {
    if (liveness === undefined || readiness === undefined) return;
    if (patienceOf(liveness) > patienceOf(readiness) || handlerOf(liveness) !== handlerOf(readiness)) return;
    const fix = 'ask something that only a restart can repair, or give it a larger failureThreshold';
    report(at.field('livenessProbe'), 'asks the same as readinessProbe, and kills as soon as that fails', fix);
  },
};

/** The server reads 0 as absent. */
function orDefault(seconds: number | undefined, fallback: number): number {
  return seconds === undefined || seconds === 0 ? fallback : seconds;
}

function periodOf({ periodSeconds }: Probe): number {
  return orDefault(periodSeconds, 10);
}

/** Seconds until the first probe has failed, at the latest. */
function firstFailure({ initialDelaySeconds = 0, timeoutSeconds }: Probe): number {
  return initialDelaySeconds + orDefault(timeoutSeconds, 1);
}

/** Seconds of failing until something is done. */
function patienceOf(probe: Probe): number {
  return orDefault(probe.failureThreshold, 3) * periodOf(probe);
}

function handlerOf({ exec, grpc, httpGet, tcpSocket }: Probe): string {
  return JSON.stringify({ exec, grpc, httpGet, tcpSocket });
}
