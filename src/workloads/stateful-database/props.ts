import type {
  DeepPartial,
  NetworkPolicy,
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  PodDisruptionBudget,
  Service,
  StatefulSet,
  StatefulSetSpec,
} from '../../manifest/kubernetes';
import type { CronSchedule } from '../../manifest/cron';
import type { Quantity } from '../../manifest/quantity';
import type { ContainerProps } from '../../pod/container';
import type { DeclaredPort, Ports } from '../../pod/ports';
import type { Spread } from '../../pod/scheduling';
import type { NetworkAccess } from '../network-policy';
import type { DisruptionBudget } from '../pod-disruption-budget';
import type { ScheduledJobOverrides, ScheduledJobProps } from '../scheduled-job/props';
import type { ServiceProps } from '../service';
import type { WorkloadOverrides } from '../workload';
import type { WorkloadProps } from '../workload-props';

/** A volume that each pod has for itself, and keeps when it is deleted or moves to another node. */
export interface Storage {
  /** Where the container sees it. */
  readonly mountPath: string;
  readonly size: Quantity;
  /** @default - the cluster's default StorageClass */
  readonly storageClassName?: string;
  /** @default ['ReadWriteOnce'] */
  readonly accessModes?: PersistentVolumeClaimSpec['accessModes'];
  /** Only this folder of the volume. */
  readonly subPath?: string;
  /** Labels of the claims. They are immutable. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Where the first content comes from, such as a VolumeSnapshot. */
  readonly dataSource?: PersistentVolumeClaimSpec['dataSource'];
  readonly volumeAttributesClassName?: string;
}

/** What becomes of the claims when the pods go for good. */
export interface StorageRetention {
  /** @default 'Retain' */
  readonly whenDeleted?: 'Retain' | 'Delete';
  /** @default 'Retain' */
  readonly whenScaled?: 'Retain' | 'Delete';
}

/** A ScheduledJob with the database's image, user and environment; `HOST` and `PORT` say where the database is. */
export interface Backup extends Pick<
  ScheduledJobProps,
  | 'timeZone'
  | 'concurrencyPolicy'
  | 'startingDeadlineSeconds'
  | 'successfulJobsHistoryLimit'
  | 'failedJobsHistoryLimit'
  | 'suspend'
> {
  readonly schedule: CronSchedule | { readonly expressionString: string };
  readonly command: readonly string[];
  readonly args?: readonly string[];
  /**
   * An image of its own, when the database's has no tool for it.
   *
   * @default - the database's image
   */
  readonly image?: string;
  /** Beside the database's environment, `HOST` and `PORT`. */
  readonly env?: ContainerProps['env'];
  /** A claim of its own for the dumps. */
  readonly volume?: BackupVolume;
  readonly mounts?: ContainerProps['mounts'];
  readonly resources?: ContainerProps['resources'];
  /**
   * The ServiceAccount of the backup, such as one that may write to a bucket.
   *
   * @default - a ServiceAccount of the backup's name, without rights
   */
  readonly serviceAccount?: ScheduledJobProps['job']['serviceAccount'];
  /**
   * The numeric user that the backup runs as, for an image that has another; the database's `privilege` does not go with it.
   *
   * @default - the database's user
   */
  readonly user?: number;
  /** @default - the same number as `user`, and without one the database's group */
  readonly group?: number;
  /** @default 6 */
  readonly backoffLimit?: number;
  readonly activeDeadlineSeconds?: number;
}

/** A claim that holds dumps. It belongs to no pod, and outlives each run. */
export interface BackupVolume {
  readonly mountPath: string;
  readonly size: Quantity;
  readonly storageClassName?: string;
  /** @default ['ReadWriteOnce'] */
  readonly accessModes?: PersistentVolumeClaimSpec['accessModes'];
}

/** What a user may change in the objects of a StatefulDatabase. */
export interface StatefulDatabaseOverrides extends WorkloadOverrides {
  readonly statefulSet?: DeepPartial<StatefulSet>;
  readonly service?: DeepPartial<Service>;
  readonly headlessService?: DeepPartial<Service>;
  readonly podDisruptionBudget?: DeepPartial<PodDisruptionBudget>;
  readonly networkPolicy?: DeepPartial<NetworkPolicy>;
  readonly backup?: ScheduledJobOverrides;
  readonly backupVolume?: DeepPartial<PersistentVolumeClaim>;
}

/** What a StatefulDatabase runs, where it keeps its data, and who may connect. */
export interface StatefulDatabaseProps<
  Port extends number = number,
  Name extends string = string,
> extends WorkloadProps<NoInfer<DeclaredPort<Port, Name, 'db'>>, Port> {
  /**
   * The numeric user that the image runs as; it owns the volumes too. There is no safe guess: 999 for the official postgres, redis
   * and mysql images, 1000 for elasticsearch.
   */
  readonly user: number;
  /** The port that clients use, under the name `db`. */
  readonly port?: Port;
  /** Further ports by name, or all of them. */
  readonly ports?: Ports<Port, Name>;
  /** @default 1 */
  readonly replicas?: number;
  /** The volume of each pod, under the name `data`. Without it, data ends with the pod. */
  readonly storage?: Storage & {
    /**
     * The name of the volume, which names the claims: `<name>-<database>-<ordinal>`.
     *
     * @default 'data'
     */
    readonly name?: string;
    readonly retention?: StorageRetention;
  };
  /** Further volumes of each pod, by name: a write-ahead log on a disk of its own. */
  readonly additionalStorage?: Readonly<Record<string, Storage>>;
  readonly updateStrategy?: StatefulSetSpec['updateStrategy'];
  /**
   * Whether the pods start one after another. It is immutable.
   *
   * @default 'OrderedReady'
   */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
  /** Where the numbers of the pods begin. */
  readonly ordinals?: { readonly start: number };
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number;
  /**
   * The Service for clients; `false` makes none, for pods that are asked one by one.
   *
   * @default { type: 'ClusterIP' }
   */
  readonly service?: ServiceProps | false;
  /**
   * The name of the headless Service, which gives each pod a name in DNS. For adopting a StatefulSet that runs already: its `serviceName`
   * is immutable.
   *
   * @default - the database's name and `-pods`
   */
  readonly headlessServiceName?: string;
  /**
   * How many pods a drain may take at a time; `false` makes no budget.
   *
   * @default { maxUnavailable: 1 } for more than one replica, none for one
   */
  readonly podDisruptionBudget?: DisruptionBudget | false;
  /**
   * Whether the pods are on different nodes: `true` when the scheduler can help it, `'required'` always. It holds beside `affinity` and
   * `topologySpreadConstraints`.
   *
   * @default true for more than one replica, unless `affinity.podAntiAffinity` or `topologySpreadConstraints` are given
   */
  readonly spread?: Spread;
  /**
   * Who may connect; `false` makes no NetworkPolicy.
   *
   * @default { from: 'namespace' }
   */
  readonly networkPolicy?: NetworkAccess | false;
  readonly backup?: Backup;
  /** The last word on each object, merged in as strategic merge does it. */
  readonly overrides?: StatefulDatabaseOverrides;
}
