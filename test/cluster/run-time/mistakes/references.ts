import { crashes, ends, isNotScheduled, isReady, says, stays, waits } from '../evidence';
import { configMap, deployment, pod, sh, template } from '../manifests';
import { mistake, type Mistake } from '../mistake';

/** Names that are not there. */
export const REFERENCES: readonly Mistake[] = [
  mistake({
    name: 'config-key',
    code: 'missing-key',
    wrong: 'datbase',
    right: 'database',
    manifests: (key, name) => [
      configMap(name, { database: 'orders-db', cache: 'orders-cache' }),
      pod(name, { env: [{ name: 'DATABASE', valueFrom: { configMapKeyRef: { name, key } } }] }),
    ],
    fails: waits('CreateContainerConfigError'),
    works: isReady,
  }),
  mistake({
    name: 'config-file',
    code: 'missing-key',
    wrong: 'app.yml',
    right: 'app.yaml',
    manifests: (key, name) => [
      configMap(name, { 'app.yaml': 'port: 8080' }),
      pod(
        name,
        { volumeMounts: [{ name: 'config', mountPath: '/config' }] },
        { volumes: [{ name: 'config', configMap: { name, items: [{ key, path: 'app.yaml' }] } }] },
      ),
    ],
    fails: says('FailedMount', /non-existent config key/),
  }),
  mistake({
    name: 'misspelt-claim',
    code: 'misspelt-reference',
    wrong: '-dta',
    right: '-data',
    manifests: (suffix, name) => [
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: `${name}-data` },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Mi' } } },
      },
      pod(name, {}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: name + suffix } }] }),
    ],
    fails: isNotScheduled(/persistentvolumeclaim .* not found/),
    works: isReady,
  }),
  mistake({
    name: 'misspelt-account',
    code: 'misspelt-reference',
    wrong: '-ap',
    right: '-app',
    manifests: (suffix, name) => [
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: `${name}-app` } },
      deployment(name, template(name, {}, { serviceAccountName: name + suffix })),
    ],
    fails: says('FailedCreate', /serviceaccount .* not found/),
    works: isReady,
  }),
  mistake({
    name: 'file-of-a-key',
    code: 'missing-key',
    wrong: 'app.yml',
    right: 'app.yaml',
    manifests: (subPath, name) => [
      configMap(name, { 'app.yaml': 'port: 8080' }),
      pod(
        name,
        {
          command: sh('cat /app.yaml && sleep 1d'),
          volumeMounts: [{ name: 'config', mountPath: '/app.yaml', subPath }],
        },
        { volumes: [{ name: 'config', configMap: { name } }] },
      ),
    ],
    fails: ends({}),
    works: stays(5),
  }),
  mistake({
    name: 'misspelt-secret',
    code: 'misspelt-reference',
    wrong: '-kesy',
    right: '-keys',
    manifests: (suffix, name) => [
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: `${name}-keys` }, stringData: { a: 'b' } },
      pod(
        name,
        { volumeMounts: [{ name: 'keys', mountPath: '/keys' }] },
        { volumes: [{ name: 'keys', secret: { secretName: name + suffix } }] },
      ),
    ],
    fails: says('FailedMount', /secret .* not found/),
  }),
  mistake({
    name: 'misspelt-config',
    code: 'misspelt-reference',
    wrong: '-confg',
    right: '-config',
    manifests: (suffix, name) => [
      configMap(`${name}-config`, { A: 'b' }),
      pod(name, { envFrom: [{ configMapRef: { name: name + suffix } }] }),
    ],
    fails: waits('CreateContainerConfigError'),
  }),
  mistake({
    name: 'misspelt-priority',
    code: 'misspelt-reference',
    wrong: '-hihg',
    right: '-high',
    manifests: (suffix, name, namespace) => [
      {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name: `${namespace}-${name}-high` },
        value: 1000,
      },
      deployment(name, template(name, {}, { priorityClassName: `${namespace}-${name}${suffix}` })),
    ],
    fails: says('FailedCreate', /no PriorityClass/),
  }),
  mistake({
    name: 'one-name',
    code: 'duplicate-object',
    wrong: '',
    right: '-colors',
    manifests: (suffix, name) => [
      configMap(name, { GREETING: 'hello' }),
      configMap(name + suffix, { COLOR: 'red' }),
      pod(name, { command: sh('[ "$GREETING" = hello ] && sleep 1d'), envFrom: [{ configMapRef: { name } }] }),
    ],
    fails: crashes,
    works: stays(5),
  }),
];
