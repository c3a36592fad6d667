import type {
  DeepPartial,
  Deployment,
  DeploymentSpec,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerBehavior,
  Ingress,
  MetricSpec,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
} from '../../manifest/kubernetes';
import type { IntOrPercent } from '../../manifest/percent';
import type { NameOf } from '../../manifest/reference';
import type { DeclaredPort, Ports } from '../../pod/ports';
import type { Spread } from '../../pod/scheduling';
import type { NetworkAccess } from '../network-policy';
import type { DisruptionBudget } from '../pod-disruption-budget';
import type { ServiceProps } from '../service';
import type { WorkloadOverrides } from '../workload';
import type { WorkloadProps } from '../workload-props';

/** How new pods replace old ones. */
export type RolloutStrategy =
  | {
      readonly type?: 'RollingUpdate';
      readonly rollingUpdate?: {
        /** How many pods there may be beyond `replicas`. @default '25%' */
        readonly maxSurge?: IntOrPercent;
        /** How many of `replicas` may be missing. @default '25%' */
        readonly maxUnavailable?: IntOrPercent;
      };
    }
  /** All old pods end before the first new one starts: nobody is served in between. */
  | { readonly type: 'Recreate' };

/** Which requests of a host go to this service, by path. */
export type IngressPaths<Port extends number | string = number | string> = Readonly<
  Record<
    string,
    {
      readonly pathType: 'Prefix' | 'Exact' | 'ImplementationSpecific';
      /** A port of this service, by name or by the container's number. @default - the first one */
      readonly port?: Port;
    }
  >
>;

/**
 * What reaches the service from outside, over HTTP.
 *
 * @example
 * { className: 'nginx', host: 'shop.example.com', paths: { '/api': { pathType: 'Prefix' } }, tlsSecretName: 'shop-tls' }
 */
export interface IngressProps<Port extends number | string = number | string> {
  /** @default - the cluster's default class */
  readonly className?: string;
  /** One host name or several; `'*.example.com'` for all below it. @default - every host */
  readonly host?: string | readonly string[];
  /** @default { '/': { pathType: 'Prefix' } } */
  readonly paths?: IngressPaths<Port>;
  /** The Secret with the hosts' certificate. @default - no TLS */
  readonly tlsSecretName?: NameOf;
  /** What the ingress controller reads: `{ 'nginx.ingress.kubernetes.io/rewrite-target': '/' }`. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** How the number of pods follows the load. */
export interface Scale {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** The share of the CPU request that is used on average, in percent. */
  readonly cpuUtilization?: number;
  /** The share of the memory request that is used on average, in percent. */
  readonly memoryUtilization?: number;
  /** Further metrics, in Kubernetes' own words. */
  readonly metrics?: readonly MetricSpec[];
  readonly behavior?: HorizontalPodAutoscalerBehavior;
}

/** Who says how many pods there are: the manifest or an autoscaler, never both. */
export type Replicas =
  | {
      /** @default 1 */
      readonly replicas?: number;
      readonly scale?: never;
    }
  | { readonly replicas?: never; readonly scale: Scale };

/** What a user may change in the objects of a WebService. */
export interface WebServiceOverrides extends WorkloadOverrides {
  readonly deployment?: DeepPartial<Deployment>;
  readonly service?: DeepPartial<Service>;
  readonly ingress?: DeepPartial<Ingress>;
  readonly horizontalPodAutoscaler?: DeepPartial<HorizontalPodAutoscaler>;
  readonly podDisruptionBudget?: DeepPartial<PodDisruptionBudget>;
  readonly networkPolicy?: DeepPartial<NetworkPolicy>;
}

/** The names of the ports of other containers, where the compiler knows them. */
type DeclaredBeside<Name extends string> = string extends Name ? never : Name;

/** What a WebService runs, how often, how it is reached, and how a new version takes over. */
export type WebServiceProps<
  Port extends number = number,
  Name extends string = string,
  Beside extends string = string,
> = WorkloadProps<NoInfer<DeclaredPort<Port, Name, 'http'>>, Port, Beside> &
  Replicas & {
    /** The port that the container listens on, under the name `http`. */
    readonly port?: Port;
    /** Further ports by name, or all of them. */
    readonly ports?: Ports<Port, Name>;
    /** `false` makes no Service, for a worker that nobody calls. @default { type: 'ClusterIP' } */
    readonly service?: ServiceProps | false;
    /** The way in from outside of the cluster; needs the Service. @default - none */
    readonly ingress?: IngressProps<NoInfer<DeclaredPort<Port, Name, 'http'> | DeclaredBeside<Beside>>>;
    /** @default { rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } } */
    readonly strategy?: RolloutStrategy;
    /**
     * How long a pod that must go still serves, in seconds, while the news of it spreads to whoever sends requests; 0 for not at all.
     *
     * @default 5, unless `lifecycle.preStop` is given; 0 without a Service
     */
    readonly drainSeconds?: number;
    /** The seconds for which a new pod must be ready, without a crash, before it counts as available. @default 0 */
    readonly minReadySeconds?: number;
    /** The seconds without progress after which a rollout is reported as failed. @default 600 */
    readonly progressDeadlineSeconds?: number;
    /** How many old versions `kubectl rollout undo` can go back to. @default 10 */
    readonly revisionHistoryLimit?: number;
    /** Whether changes wait until `kubectl rollout resume`. @default false */
    readonly paused?: DeploymentSpec['paused'];
    /** `false` makes no budget. @default { maxUnavailable: 1 } for more than one replica, none for one */
    readonly podDisruptionBudget?: DisruptionBudget | false;
    /**
     * Whether the pods are on different nodes: `true` when the scheduler can help it, `'required'` always; with as many pods as nodes a
     * rollout then needs a `maxUnavailable`. It holds beside `affinity` and `topologySpreadConstraints`.
     *
     * @default true for more than one replica, unless `affinity.podAntiAffinity` or `topologySpreadConstraints` are given
     */
    readonly spread?: Spread;
    /** Who may connect; `false` makes no NetworkPolicy. @default { from: 'anywhere' } */
    readonly networkPolicy?: NetworkAccess | false;
    /** The last word on each object, merged in as strategic merge does it. */
    readonly overrides?: WebServiceOverrides;
  };
