import type { Container, PodSpec } from '../../../../imports/kubernetes/types';
import type { Quantity } from '../../../../src/manifest/quantity';
import { crashes, ends, isNotReadyAfter, isNotScheduled, isReady, says, stays, waits } from '../evidence';
import { BUSYBOX, pod, serve, sh, triesUntil } from '../manifests';
import { mistake, type Mistake } from '../mistake';

const BASE64 = (text: string): string => Buffer.from(text).toString('base64');

/** A pod with files of a Secret, which it reads. */
function reader(name: string, container: Partial<Container>, spec: Partial<PodSpec>, defaultMode: number): object[] {
  return [
    { apiVersion: 'v1', kind: 'Secret', metadata: { name }, data: { key: BASE64('x') } },
    pod(
      name,
      { command: sh('cat /keys/key && sleep 1d'), volumeMounts: [{ name: 'keys', mountPath: '/keys' }], ...container },
      { volumes: [{ name: 'keys', secret: { secretName: name, defaultMode } }], ...spec },
    ),
  ];
}

/** What is wrong in a pod, and no program can help. */
export const PODS: readonly Mistake[] = [
  mistake({
    name: 'mode-of-root',
    code: 'unreadable-file',
    wrong: {},
    right: { fsGroup: 1000 },
    manifests: (group, name) =>
      reader(name, {}, { securityContext: { runAsUser: 1000, runAsGroup: 1000, ...group } }, 0o400),
    fails: crashes,
    works: isReady,
  }),
  mistake({
    name: 'mode-in-decimal',
    code: 'unreadable-file',
    wrong: 400,
    right: 0o444,
    manifests: (mode, name) => reader(name, {}, { securityContext: { runAsUser: 1000, runAsGroup: 1000 } }, mode),
    fails: crashes,
    works: isReady,
  }),
  mistake({
    name: 'volume-at-root',
    code: 'hidden-root',
    wrong: '/',
    right: '/data',
    manifests: (mountPath, name) => [
      pod(name, { volumeMounts: [{ name: 'data', mountPath }] }, { volumes: [{ name: 'data', emptyDir: {} }] }),
    ],
    fails: ends({ reason: 'StartError' }),
    works: isReady,
  }),
  mistake({
    name: 'same-port',
    code: 'shared-port',
    wrong: 8080,
    right: 8081,
    manifests: (containerPort, name) => [
      pod(
        name,
        {},
        {
          containers: [
            { name: 'main', image: BUSYBOX, command: serve(8080), ports: [{ containerPort: 8080 }] },
            { name: 'metrics', image: BUSYBOX, command: serve(containerPort), ports: [{ containerPort }] },
          ],
        },
      ),
    ],
    fails: crashes,
    works: stays(10),
  }),
  mistake({
    name: 'dollar-sign',
    code: 'unexpanded-variable',
    wrong: '$DIR',
    right: '$(DIR)',
    manifests: (word, name) => [
      pod(name, { command: ['ls', word], env: [{ name: 'DIR', value: '/' }] }, { restartPolicy: 'Never' }),
    ],
    fails: crashes,
    works: isReady,
  }),
  mistake({
    name: 'probe-line',
    code: 'command-without-shell',
    wrong: ['test -e /etc/hosts'],
    right: ['test', '-e', '/etc/hosts'],
    manifests: (command, name) => [pod(name, { readinessProbe: { exec: { command }, periodSeconds: 1 } })],
    fails: says('Unhealthy', /no such file|not found|executable file/),
    works: isReady,
  }),
  mistake({
    name: 'prefix-of-capability',
    code: 'capability-name',
    wrong: 'CAP_NET_ADMIN',
    right: 'NET_ADMIN',
    manifests: (capability, name) => [
      pod(name, {
        ...triesUntil('ip link set lo mtu 1400'),
        securityContext: { capabilities: { add: [capability] } },
      }),
    ],
    fails: isNotReadyAfter(15),
    works: isReady,
  }),
  mistake({
    name: 'sysctl',
    code: 'unsafe-sysctl',
    wrong: 'net.core.somaxconn',
    right: 'net.ipv4.tcp_syncookies',
    manifests: (key, name) => [pod(name, {}, { securityContext: { sysctls: [{ name: key, value: '1' }] } })],
    fails: says('SysctlForbidden'),
  }),
  mistake({
    name: 'node-system',
    code: 'node-label',
    wrong: 'Linux',
    right: 'linux',
    manifests: (os, name) => [pod(name, {}, { nodeSelector: { 'kubernetes.io/os': os } })],
    fails: isNotScheduled(/node affinity\/selector/),
    works: isReady,
  }),
  mistake({
    name: 'topology-key',
    code: 'node-label',
    wrong: 'kubernetes.io/hostnames',
    right: 'kubernetes.io/hostname',
    manifests: (topologyKey, name) => [
      pod(
        name,
        {},
        {
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey,
              whenUnsatisfiable: 'DoNotSchedule',
              labelSelector: { matchLabels: { app: name } },
            },
          ],
        },
      ),
    ],
    fails: isNotScheduled(/missing required label/),
    works: isReady,
  }),
  mistake({
    name: 'container-of-no-name',
    code: 'unknown-container',
    wrong: 'app',
    right: 'main',
    manifests: (containerName, name) => [
      pod(name, {
        env: [{ name: 'CPU', valueFrom: { resourceFieldRef: { containerName, resource: 'limits.cpu' } } }],
      }),
    ],
    fails: waits('CreateContainerConfigError'),
    works: isReady,
  }),
  mistake<Quantity>({
    name: 'memory-disk',
    code: 'memory-volume',
    wrong: '32Mi',
    right: '128Mi',
    manifests: (memory, name) => [
      pod(
        name,
        {
          command: sh('dd if=/dev/zero of=/cache/x bs=1M count=50 && sleep 1d'),
          resources: { limits: { memory } },
          volumeMounts: [{ name: 'cache', mountPath: '/cache' }],
        },
        { volumes: [{ name: 'cache', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } }] },
      ),
    ],
    fails: ends({}),
    works: stays(5),
  }),
  mistake<Quantity>({
    name: 'disk-in-thousandths',
    code: 'resource-unit',
    wrong: '100m',
    right: '100M',
    manifests: (sizeLimit, name) => [
      pod(
        name,
        { command: sh('echo x >/data/x; sleep 1d'), volumeMounts: [{ name: 'data', mountPath: '/data' }] },
        { volumes: [{ name: 'data', emptyDir: { sizeLimit } }] },
      ),
    ],
    fails: says('Evicted', /exceeds the limit/),
    works: isReady,
  }),
  mistake({
    name: 'line-break',
    code: 'secret-newline',
    wrong: 'hunter2\n',
    right: 'hunter2',
    manifests: (password, name) => [
      { apiVersion: 'v1', kind: 'Secret', metadata: { name }, data: { password: BASE64(password) } },
      pod(name, {
        command: sh('[ "$PASSWORD" = hunter2 ] && sleep 1d'),
        env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name, key: 'password' } } }],
      }),
    ],
    fails: crashes,
    works: isReady,
  }),
];
