import type { Lifecycle, LifecycleHandler, Probe } from '../../../../imports/kubernetes/types';
import { httpHeaderNameProblem, portNameProblem } from '../../../manifest/name';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { isBarePod } from './bare-pod';
import { eachContainer } from './each-container';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

export const handler: Rule<'Probe' | 'LifecycleHandler'> = {
  code: 'handler',
  severity: 'error',
  on: ['Probe', 'LifecycleHandler'],
  summary: 'A probe and a lifecycle hook have exactly one handler, because the kubelet does one thing for each.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateHandler',
  check(value, at, report) {
    const handlers: Partial<Record<(typeof HANDLERS)[number], unknown>> & (Probe | LifecycleHandler) = value;
    let first: string | undefined;
    for (const name of HANDLERS) {
      if (handlers[name] === undefined) continue;
      if (first === undefined) first = name;
      else report(at.field(name), `is a second handler beside ${first}`, 'keep one of them');
    }
    if (first === undefined) report(at, 'has no handler', 'give it an exec, httpGet or tcpSocket');
  },
};

export const execCommand: Rule<'ExecAction'> = {
  code: 'exec-command',
  severity: 'error',
  on: 'ExecAction',
  summary: 'An exec handler names its command, because there is nothing to run otherwise.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateExecAction',
  check({ command = [] }, at, report) {
    if (command.length === 0) report(at.field('command'), 'is missing', 'give the program and its arguments');
  },
};

export const handlerPort: FieldRule<'HTTPGetAction.port' | 'TCPSocketAction.port'> = {
  code: 'handler-port',
  severity: 'error',
  fields: ['HTTPGetAction.port', 'TCPSocketAction.port'],
  summary: 'The port of a probe is a number from 1 to 65535 or the name of a port of the container.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePortNumOrName',
  problem(port) {
    if (typeof port === 'string') {
      const isNumber = /^\d+$/.test(port);
      return isNumber ? `is a string: write ${port} without quotes` : portNameProblem(port);
    }
    return port >= 1 && port <= 65535 ? undefined : 'is not a port: give a number from 1 to 65535';
  },
};

export const headerName: FieldRule<'HTTPHeader.name'> = {
  code: 'http-header-name',
  severity: 'error',
  fields: ['HTTPHeader.name'],
  summary: 'The name of an HTTP header has letters, digits and dashes, because nothing else is a header.',
  mirrors: 'apimachinery/pkg/util/validation/validation.go: IsHTTPHeaderName',
  problem: httpHeaderNameProblem,
};

export const probeNumbers: FieldRule<
  | 'Probe.initialDelaySeconds'
  | 'Probe.timeoutSeconds'
  | 'Probe.periodSeconds'
  | 'Probe.successThreshold'
  | 'Probe.failureThreshold'
> = {
  code: 'probe-numbers',
  severity: 'error',
  fields: [
    'Probe.initialDelaySeconds',
    'Probe.timeoutSeconds',
    'Probe.periodSeconds',
    'Probe.successThreshold',
    'Probe.failureThreshold',
  ],
  summary: 'The times and counts of a probe are not negative, because no time passes backwards.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateProbe',
  problem: (number) => (number < 0 ? 'is negative: give a number from 0' : undefined),
};

export const successThreshold: Rule<'Container'> = {
  code: 'success-threshold',
  severity: 'error',
  on: 'Container',
  needs: ['Probe.successThreshold'],
  summary: 'Liveness and startup probes succeed at the first success, because the kubelet counts only for readiness.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateLivenessProbe, validateStartupProbe',
  check({ livenessProbe, startupProbe }, at, report) {
    // 0 is 1: the server fills it in. A negative number has a message of its own.
    if ((livenessProbe?.successThreshold ?? 1) > 1) reportThreshold(livenessProbe, at.field('livenessProbe'), report);
    if ((startupProbe?.successThreshold ?? 1) > 1) reportThreshold(startupProbe, at.field('startupProbe'), report);
  },
};

function reportThreshold(probe: Probe | undefined, at: Path, report: Report): void {
  report(at.field('successThreshold'), `${probe?.successThreshold ?? 0} is not 1`, 'take it away; 1 is the default');
}

export const probeGracePeriod: FieldRule<'Probe.terminationGracePeriodSeconds'> = {
  code: 'probe-grace-period',
  severity: 'error',
  fields: ['Probe.terminationGracePeriodSeconds'],
  summary: 'The terminationGracePeriodSeconds of a probe is at least 1, so that the container can end.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateProbe',
  problem: (seconds) => (seconds <= 0 ? 'is not above 0: give 1 or more, or leave it out' : undefined),
};

export const readinessGracePeriod: Rule<'Container'> = {
  code: 'readiness-grace-period',
  severity: 'error',
  on: 'Container',
  needs: ['Probe.terminationGracePeriodSeconds'],
  summary: 'A readiness probe has no terminationGracePeriodSeconds, because it ends no container.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateReadinessProbe',
  check({ readinessProbe }, at, report) {
    if (readinessProbe?.terminationGracePeriodSeconds === undefined) return;
    const here = at.field('readinessProbe').field('terminationGracePeriodSeconds');
    report(here, 'is there, but a readiness probe ends no container', 'take it away, or move it to the livenessProbe');
  },
};

const DEFAULT_GRACE_PERIOD = 30;

export const sleepSeconds: Rule<'PodSpec'> = {
  code: 'sleep-seconds',
  severity: 'error',
  on: 'PodSpec',
  needs: ['SleepAction'],
  summary: 'A hook sleeps no longer than terminationGracePeriodSeconds, because the container is killed then.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateSleepAction',
  check(spec, at, report, context) {
    const { terminationGracePeriodSeconds = DEFAULT_GRACE_PERIOD } = spec;
    // The server makes 1 of a negative number, but not in templates.
    const isMended = terminationGracePeriodSeconds < 0 && isBarePod(context);
    const gracePeriod = isMended ? 1 : terminationGracePeriodSeconds;
    eachContainer(spec, ({ lifecycle, restartPolicy }, list, index) => {
      if (lifecycle === undefined) return;
      // A lifecycle of other init containers is wrong as a whole: init-container-probes.
      if (list === 'initContainers' && restartPolicy !== 'Always') return;
      checkSleep(lifecycle, gracePeriod, at.field(list).item(index).field('lifecycle'), report);
    });
  },
};

function checkSleep(lifecycle: Lifecycle, gracePeriod: number, at: Path, report: Report): void {
  for (const hook of ['postStart', 'preStop'] as const) {
    const sleep = lifecycle[hook]?.sleep;
    if (sleep === undefined) continue;
    const seconds = (sleep.seconds as number | undefined) ?? 0; // The server reads a missing one as 0.
    if (seconds >= 0 && seconds <= gracePeriod) continue;
    const here = at.field(hook).field('sleep').field('seconds');
    const limit = `the terminationGracePeriodSeconds of the pod, ${gracePeriod}`;
    report(here, `${seconds} is ${seconds < 0 ? 'negative' : `more than ${limit}`}`, `give 0 to ${gracePeriod}`);
  }
}
