import type { Quantity } from '../../../../src/manifest/quantity';
import { crashes, ends, isKilled, isNotScheduled, isReady, says, stays, waits } from '../evidence';
import { pod, serve, sh } from '../manifests';
import { mistake, type Mistake } from '../mistake';

const readyWhen = (test: string) => ({ exec: { command: sh(test) }, periodSeconds: 1 });

/** Containers that do not start, or not for long. */
export const CONTAINERS: readonly Mistake[] = [
  mistake({
    name: 'no-tag',
    code: 'image-tag',
    wrong: 'testbed/busybox',
    right: 'testbed/busybox:1',
    manifests: (image, name) => [pod(name, { image })],
    fails: waits('ErrImagePull', 'ImagePullBackOff'),
    works: isReady,
  }),
  mistake({
    name: 'image-in-capitals',
    code: 'image-name',
    wrong: 'testbed/Busybox:1',
    right: 'testbed/busybox:1',
    manifests: (image, name) => [pod(name, { image })],
    fails: waits('InvalidImageName'),
  }),
  mistake({
    name: 'image-with-scheme',
    code: 'image-name',
    wrong: 'https://docker.io/testbed/busybox:1',
    right: 'docker.io/testbed/busybox:1',
    manifests: (image, name) => [pod(name, { image })],
    fails: waits('InvalidImageName'),
    works: isReady,
  }),
  mistake({
    name: 'later-variable',
    code: 'env-reference',
    wrong: ['DIR', 'BASE'],
    right: ['BASE', 'DIR'],
    manifests: (order, name) => [
      pod(name, {
        command: sh('mkdir -p /data && cd "$DIR" && sleep 1d'),
        env: order.map((key) => ({ name: key, value: key === 'DIR' ? '$(BASE)/data' : '' })),
      }),
    ],
    fails: crashes,
    works: isReady,
  }),
  mistake({
    name: 'command-line',
    code: 'command-without-shell',
    wrong: ['sleep 1000'],
    right: ['sleep', '1000'],
    manifests: (command, name) => [pod(name, { command })],
    fails: ends({ reason: 'StartError' }),
    works: isReady,
  }),
  mistake({
    name: 'pipe',
    code: 'command-without-shell',
    wrong: ['ls', '/', '|', 'sort'],
    right: sh('ls / | sort'),
    manifests: (command, name) => [pod(name, { command }, { restartPolicy: 'Never' })],
    fails: crashes,
    works: isReady,
  }),
  mistake({
    name: 'probe-of-no-port',
    code: 'probe-port',
    wrong: 'web',
    right: 'http',
    manifests: (port, name) => [
      pod(name, {
        command: serve(8080),
        ports: [{ name: 'http', containerPort: 8080 }],
        readinessProbe: { tcpSocket: { port }, periodSeconds: 1 },
      }),
    ],
    fails: says('Unhealthy', /probe errored/),
    works: isReady,
  }),
  mistake({
    name: 'slow-start',
    code: 'hasty-liveness',
    wrong: 2,
    right: 20,
    manifests: (failureThreshold, name) => [
      pod(name, {
        command: sh('sleep 7; touch /up; sleep 1d'),
        livenessProbe: { ...readyWhen('test -e /up'), failureThreshold },
        readinessProbe: { ...readyWhen('test -s /etc/hosts'), initialDelaySeconds: 7 },
      }),
    ],
    fails: isKilled,
    works: stays(15),
  }),
  mistake({
    name: 'one-slow-answer',
    code: 'hasty-liveness',
    wrong: 1,
    right: 3,
    manifests: (failureThreshold, name) => [
      pod(name, {
        // Its second answer comes too late.
        livenessProbe: {
          exec: { command: sh('echo >>/asked; [ $(wc -l </asked) != 2 ] || sleep 2') },
          periodSeconds: 2,
          failureThreshold,
        },
      }),
    ],
    fails: isKilled,
    works: stays(15),
  }),
  mistake({
    name: 'busy',
    code: 'same-probes',
    wrong: 2,
    right: 10,
    manifests: (failureThreshold, name) => [
      pod(name, {
        command: sh('touch /idle; sleep 5; rm /idle; sleep 5; touch /idle; sleep 1d'),
        readinessProbe: { ...readyWhen('test -e /idle'), failureThreshold: 2 },
        livenessProbe: { ...readyWhen('test -e /idle'), failureThreshold },
      }),
    ],
    fails: isKilled,
    works: stays(15),
  }),
  mistake<Quantity>({
    name: 'memory-in-thousandths',
    code: 'resource-unit',
    wrong: '128m',
    right: '128Mi',
    manifests: (memory, name) => [
      pod(name, { resources: { limits: { memory } } }, { automountServiceAccountToken: true }),
    ],
    fails: says('FailedMount', /no space left/),
    works: isReady,
  }),
  mistake<Quantity>({
    name: 'memory-without-unit',
    code: 'resource-unit',
    wrong: '512',
    right: '512Mi',
    manifests: (memory, name) => [
      pod(name, { resources: { limits: { memory } } }, { automountServiceAccountToken: true }),
    ],
    fails: says('FailedMount', /no space left/),
  }),
  mistake<Quantity>({
    name: 'cores',
    code: 'resource-unit',
    wrong: '500',
    right: '5m',
    manifests: (cpu, name) => [pod(name, { resources: { requests: { cpu } } })],
    fails: isNotScheduled(/Insufficient cpu/),
    works: isReady,
  }),
  mistake({
    name: 'root',
    code: 'root-user',
    wrong: 0,
    right: 1000,
    manifests: (runAsUser, name) => [pod(name, { securityContext: { runAsNonRoot: true, runAsUser } })],
    fails: waits('CreateContainerConfigError'),
    works: isReady,
  }),
  mistake({
    name: 'long-good-bye',
    code: 'pre-stop-sleep',
    wrong: 10,
    right: 1,
    manifests: (seconds, name) => [
      pod(
        name,
        {
          command: sh('trap "exit 0" TERM; while true; do sleep 1; done'),
          lifecycle: { preStop: { exec: { command: sh(`sleep ${seconds}`) } } },
        },
        { activeDeadlineSeconds: 5, terminationGracePeriodSeconds: 4 },
      ),
    ],
    fails: says('FailedPreStopHook'),
    works: ends({ exitCode: 0 }),
  }),
];
