import { Chart } from 'cdk8s';
import { defined } from '../values/defined';
import type { OwnerReference } from '../manifest/kubernetes';
import { App } from '../synth/app';
import type { Manifest } from '../synth/to-manifest';
import { KubernetesObject } from '../workloads/kubernetes-object/kubernetes-object';
import { StatefulDatabase } from '../workloads/stateful-database/stateful-database';
import { configFiles, DATA_FOLDER, SERVER_COMMAND, settingsChecksum } from './config-files';
import { REDIS_PORT } from './endpoints';
import type { ManagedRedisObject } from './managed-redis';
import { roleService } from './role-service';

const LABELS = { 'app.kubernetes.io/managed-by': 'managed-redis' };

/** The user of Redis in the official image. Any image will do: the program needs no user of its own. */
const REDIS_USER = 999;

/**
 * The objects that a ManagedRedis owns: a StatefulSet, a headless Service, a Service for each role, a ServiceAccount, a NetworkPolicy, a
 * ConfigMap, and for more than one pod a PodDisruptionBudget. The volumes belong to none of them, and outlive the ManagedRedis.
 *
 * Guarantees: the same object makes the same manifests. A change of `spec.replica` changes no pod template, so scaling restarts no pod.
 *
 * Assumptions: a controller does in the pods what no manifest can. Each starts as the replica of nobody, and is not ready. The
 * controller tells one `REPLICAOF NO ONE` and the others whom to follow, labels them `cloud.com/redis-role: primary` or `replica`, and
 * again after each restart; only it makes a primary. It also deletes pods whose template is outdated, one by one (`OnDelete`).
 *
 * Caveats: there is no password, because a function cannot keep a secret. Pods of the same namespace may connect; others, and a controller
 * that runs elsewhere, need a NetworkPolicy beside this one.
 *
 * @example
 * const cache = ManagedRedis.parse(
 *   ManagedRedis.manifest({ metadata: { name: 'cache', namespace: 'shop' }, spec: { image: 'redis:7.2', replica: 1 } }),
 * );
 * redisChildren(cache).map(({ kind }) => kind); // ['ServiceAccount', 'ConfigMap', 'Service', 'StatefulSet', 'NetworkPolicy', 'Service', 'Service']
 */
export function redisChildren(object: ManagedRedisObject): readonly Manifest[] {
  const { metadata, spec } = object;
  const { cpu, memory } = spec;
  const app = new App();
  const chart = new Chart(app, 'children', { namespace: metadata.namespace });
  const { podLabels } = new StatefulDatabase(chart, metadata.name, {
    image: spec.image,
    user: REDIS_USER,
    command: SERVER_COMMAND,
    ports: { redis: REDIS_PORT },
    service: false, // Each role has its own.
    replicas: spec.replica,
    spread: true, // Also for one pod: scaling changes no template.
    podManagementPolicy: 'Parallel', // No pod is ready before there is a primary.
    updateStrategy: { type: 'OnDelete' }, // The primary is replaced last, after another pod took its place.
    storage: { mountPath: DATA_FOLDER, ...spec.storage },
    tmp: false,
    config: configFiles(spec),
    podAnnotations: settingsChecksum(spec),
    // Redis does not give memory back, so all of it is reserved. A limit of cores would only make its one busy thread wait.
    resources: { requests: defined({ cpu, memory }), limits: defined({ memory }) },
    probes: {
      // A pod that follows nobody, loads its data or lost its primary answers PING with an error.
      readiness: {
        exec: { command: ['sh', '-c', 'redis-cli ping | grep -qx PONG'] },
        periodSeconds: 5,
        timeoutSeconds: 3,
      },
      // Not PING: to be without a primary is no reason to restart. Redis listens before it loads its data.
      liveness: { tcpSocket: { port: 'redis' } },
    },
    labels: LABELS,
  });
  for (const role of ['primary', 'replica'] as const) {
    new KubernetesObject(chart, role, roleService(metadata.name, role, { labels: LABELS, selector: podLabels }));
  }
  const owner = ownerOf(object);
  const children = app.manifests();
  return owner
    ? children.map((child) => ({ ...child, metadata: { ...child.metadata, ownerReferences: [owner] } }))
    : children;
}

/** Undefined for an object that is not in a cluster yet. */
function ownerOf({ apiVersion, kind, metadata: { name, uid } }: ManagedRedisObject): OwnerReference | undefined {
  return uid === undefined ? undefined : { apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true };
}
