import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { hostIn, urlOf } from '../address';
import type { ScalingTarget } from '../cdk8s-plus';
import { alsoFrom, decideAccess, networkPolicy } from '../network-policy';
import { decideBudget, podDisruptionBudget } from '../pod-disruption-budget';
import { checkOverrides } from '../overrides';
import { DATABASE_SHAPE } from './shape';
import { ScheduledJob } from '../scheduled-job/scheduled-job';
import { Scaling } from '../scaling';
import { service } from '../service';
import { Workload } from '../workload';
import { selectorOf } from '../resolve-workload';
import { backupJob, backupVolume } from './backup';
import type { StatefulDatabaseProps } from './props';
import { checkDatabase, headlessNameOf, resolveDatabase, waysOut, type ResolvedDatabase } from './resolve';
import { headlessService } from './headless-service';
import { statefulSet } from './stateful-set';

/** `podHost` was asked for a pod that the database does not have. */
export class OrdinalOutOfRangeError extends RangeError {
  readonly code = 'ORDINAL_OUT_OF_RANGE';

  constructor(path: string, ordinal: number, first: number, last: number) {
    const pods =
      last < first
        ? 'it has no pods (replicas is 0)'
        : `its pods are ${first} to ${last}: raise replicas, or ask for one of these`;
    super(`StatefulDatabase "${path}": there is no pod ${ordinal}; ${pods}`);
    this.name = 'OrdinalOutOfRangeError';
  }
}

/**
 * A database: pods with names and volumes of their own, a Service for clients, and one that gives each pod a name in DNS.
 *
 * Makes a StatefulSet, a Service, a headless Service, a ServiceAccount, a NetworkPolicy, for more than one replica a
 * PodDisruptionBudget, for `config` a ConfigMap, and for `backup` a CronJob and its PersistentVolumeClaim.
 *
 * @throws InvalidPropsError with all that is wrong with the props
 * @example
 * const orders = new StatefulDatabase(chart, 'orders', {
 *   image: 'postgres:16.4',
 *   user: 999,
 *   port: 5432,
 *   storage: { mountPath: '/var/lib/postgresql/data', size: '20Gi' },
 *   env: { POSTGRES_PASSWORD: { secretKeyRef: { name: 'orders', key: 'password' } } },
 * });
 * orders.host; // 'orders.shop.svc', in a chart of the namespace "shop"
 */
export class StatefulDatabase<const Port extends number = number, const Name extends string = string> extends Workload {
  readonly statefulSet: ApiObject;
  /** The Service for clients; undefined for a database that declares no port, or has `service: false`. */
  readonly service: ApiObject | undefined;
  /** The Service that gives each pod its name. */
  readonly headlessService: ApiObject;
  /** Undefined for one replica without `podDisruptionBudget`, and for `false`. */
  readonly podDisruptionBudget: ApiObject | undefined;
  /** Undefined for `networkPolicy: false`. */
  readonly networkPolicy: ApiObject | undefined;
  /** Undefined without `backup`. */
  readonly backup: ScheduledJob | undefined;
  readonly #database: ResolvedDatabase;
  readonly #scaling: Scaling;

  constructor(scope: Construct, id: string, props: StatefulDatabaseProps<Port, Name>) {
    super(scope, id);
    this.validateShape('StatefulDatabase', props, DATABASE_SHAPE);
    const database = resolveDatabase(this, props);
    this.validateProps('StatefulDatabase', (problems) => {
      checkDatabase(problems, database);
      checkOverrides(problems.at('overrides'), props.overrides, waysOut(database), database.podPlan);
    });
    const { identity, ports } = database;
    this.#database = database;

    const { overrides } = props;
    this.begin(database, overrides);
    this.service =
      ports.length === 0 || database.props.service === false
        ? undefined
        : this.add('Service', service(identity, ports, database.props.service), overrides?.service);
    this.headlessService = this.add('HeadlessService', headlessService(database), overrides?.headlessService);
    this.statefulSet = this.add('StatefulSet', statefulSet(database), overrides?.statefulSet);
    this.node.defaultChild = this.statefulSet;
    this.podDisruptionBudget = this.#addDisruptionBudget(database);
    this.networkPolicy = this.#addNetworkPolicy(database);
    this.backup = this.#addBackup(database);
    this.#scaling = new Scaling(this.statefulSet);
  }

  /**
   * The name at which clients reach the database: its Service, or without a port its headless Service. In a chart that has a namespace
   * it holds in the whole cluster.
   */
  get host(): string {
    return hostIn(
      this.namespace,
      this.service === undefined ? this.#database.headlessName : this.#database.serviceName,
    );
  }

  /** The port at {@link host}: the main one, or the first of `ports`; undefined for a database that declares none. */
  get port(): number | undefined {
    return this.#database.ports[0]?.port;
  }

  /**
   * The name of one pod in DNS.
   *
   * @param ordinal the number of the pod, from 0, or from `ordinals.start`
   * @throws OrdinalOutOfRangeError when the database has no such pod
   * @example
   * orders.podHost(0); // 'orders-0.orders-pods.shop.svc'
   */
  podHost(ordinal: number): string {
    const { headlessName, replicas, props } = this.#database;
    const first = props.ordinals?.start ?? 0;
    const last = first + replicas - 1;
    if (!Number.isInteger(ordinal) || ordinal < first || ordinal > last) {
      throw new OrdinalOutOfRangeError(this.node.path, ordinal, first, last);
    }
    return hostIn(this.namespace, StatefulDatabase.podHost(this.name, ordinal, { headlessServiceName: headlessName }));
  }

  /**
   * The name of one pod inside its namespace, before the database is there: for its own props, such as the voters of Kafka, the seeds of
   * Cassandra or the seed hosts of Elasticsearch.
   *
   * @param name of the database: its `name`, or the construct's id
   * @param ordinal the number of the pod; whether there is such a pod, only the database itself knows
   * @param options `headlessServiceName`, for a database that has that prop
   * @example
   * new StatefulDatabase(chart, 'kafka', {
   *   image: 'apache/kafka:4.1.0',
   *   user: 1000,
   *   replicas: 3,
   *   ports: { kafka: 9092, controller: 9093 },
   *   env: { VOTERS: [0, 1, 2].map((i) => `${i}@${StatefulDatabase.podHost('kafka', i)}:9093`).join(',') },
   * });
   * StatefulDatabase.podHost('kafka', 0); // 'kafka-0.kafka-pods'
   */
  static podHost(name: string, ordinal: number, options: { readonly headlessServiceName?: string } = {}): string {
    return `${name}-${ordinal}.${options.headlessServiceName ?? headlessNameOf(name)}`;
  }

  /**
   * @param scheme such as `'postgres'` or `'redis'`
   * @param path what comes after the port, such as the name of a database
   * @example
   * orders.url('postgres', 'shop'); // 'postgres://orders.shop.svc:5432/shop'
   */
  url(scheme: string, path = ''): string {
    return urlOf(scheme, this.host, this.port, path);
  }

  /** @see cdk8s-plus' IScalable */
  get hasAutoscaler(): boolean {
    return this.#scaling.hasAutoscaler;
  }

  /** Takes `replicas` out of the StatefulSet: from now on the autoscaler says them. */
  markHasAutoscaler(): void {
    this.#scaling.markHasAutoscaler();
  }

  /** @see cdk8s-plus' IScalable */
  toScalingTarget(): ScalingTarget {
    return this.#scaling.target();
  }

  #addDisruptionBudget({ identity, props, replicas }: ResolvedDatabase): ApiObject | undefined {
    const budget = decideBudget(props.podDisruptionBudget, replicas);
    if (budget === undefined) return undefined;
    return this.add('PodDisruptionBudget', podDisruptionBudget(identity, budget), props.overrides?.podDisruptionBudget);
  }

  #addNetworkPolicy({ identity, props, podPorts, backupName }: ResolvedDatabase): ApiObject | undefined {
    if (props.networkPolicy === false) return undefined;
    // A backup that may not connect to its database would be found out on the day of the restore.
    const backup = { podLabels: selectorOf(backupName, 'job'), namespace: undefined };
    const access = decideAccess(props.networkPolicy, 'namespace');
    const policy = networkPolicy(identity, podPorts, props.backup === undefined ? access : alsoFrom(backup, access));
    return this.add('NetworkPolicy', policy, props.overrides?.networkPolicy);
  }

  #addBackup(database: ResolvedDatabase): ScheduledJob | undefined {
    const { backup, overrides } = database.props;
    if (backup === undefined) return undefined;
    if (backup.volume) this.add('BackupVolume', backupVolume(database, backup.volume), overrides?.backupVolume);
    return new ScheduledJob(this, 'Backup', backupJob(database, backup, this.host));
  }
}
