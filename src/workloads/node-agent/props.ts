import type {
  DaemonSet,
  DeepPartial,
  HostPathVolumeSource,
  NetworkPolicy,
  Service,
  VolumeMount,
} from '../../manifest/kubernetes';
import type { IntOrPercent } from '../../manifest/percent';
import type { DeclaredPort, Ports } from '../../pod/ports';
import type { Privilege } from '../../pod/security';
import type { NetworkAccess } from '../network-policy';
import type { ServiceProps } from '../service';
import type { WorkloadOverrides } from '../workload';
import type { WorkloadProps } from '../workload-props';

/**
 * A folder or file of the node, which is a volume of the pod. Init containers and sidecars mount it by its name, `{ volume: 'host-var-log' }`,
 * read-only unless the mount says `readOnly: false`, which the path has to allow.
 */
export interface HostPath {
  /**
   * Where the main container sees it.
   *
   * @default - it does not; other containers may, by the name of the volume
   */
  readonly mountPath?: string;
  /**
   * `false` lets the main container write it, and any other whose mount says `readOnly: false` too.
   *
   * @default true
   */
  readonly readOnly?: boolean;
  /**
   * The name of the volume.
   *
   * @default - `host-` and the path: `/var/log` is `host-var-log`, `/` is `host-root`
   */
  readonly name?: string;
  /** What must be there: `'Directory'`, `'Socket'`, `'FileOrCreate'`, ... */
  readonly type?: HostPathVolumeSource['type'];
  /** Of the mount at `mountPath`. `'Bidirectional'` needs `privileged: true`. */
  readonly mountPropagation?: VolumeMount['mountPropagation'];
  /** Only this file or folder of the path, at `mountPath`. */
  readonly subPath?: string;
}

/**
 * What the agent gets of its node, and why. The reason is written into an annotation, beside the suppressions of the linters.
 *
 * The namespace must allow it: the privileged Pod Security Standard.
 *
 * @example
 * { reason: 'measures the node', network: true, pid: true, paths: { '/': { mountPath: '/host', mountPropagation: 'HostToContainer' } } }
 */
export interface Host<Name extends string = string> extends Privilege {
  /** Folders and files of the node, by their path there. */
  readonly paths?: Readonly<Record<string, HostPath>>;
  /** Uses the node's network. DNS still finds Services. */
  readonly network?: boolean;
  /** Sees the node's processes. */
  readonly pid?: boolean;
  /** Shares the node's inter-process communication. */
  readonly ipc?: boolean;
  /** Ports of the node, by the name of the port in `ports`. */
  readonly ports?: { readonly [name in Name]?: number };
}

/** How new pods replace old ones, node by node. */
export type AgentUpdateStrategy =
  | {
      readonly type?: 'RollingUpdate';
      readonly rollingUpdate?:
        | { readonly maxUnavailable: IntOrPercent; readonly maxSurge?: never }
        | { readonly maxSurge: IntOrPercent; readonly maxUnavailable?: never };
    }
  | { readonly type: 'OnDelete' };

/** What a user may change in the objects of a NodeAgent. */
export interface NodeAgentOverrides extends WorkloadOverrides {
  readonly daemonSet?: DeepPartial<DaemonSet>;
  readonly networkPolicy?: DeepPartial<NetworkPolicy>;
  readonly service?: DeepPartial<Service>;
}

/** What a NodeAgent runs, on which nodes, and what it gets of them. */
export interface NodeAgentProps<Port extends number = number, Name extends string = string> extends Omit<
  WorkloadProps<NoInfer<DeclaredPort<Port, Name>>, Port>,
  'privilege' | 'topologySpreadConstraints'
> {
  /** Ports that the agent listens on, by name. */
  readonly ports?: Ports<Port, Name>;
  /**
   * `'every'` tolerates every taint, so that control planes and nodes in trouble have an agent too. To choose nodes use
   * `nodeSelector`, `affinity` and `tolerations`.
   *
   * @default - the nodes that the pod's tolerations allow
   */
  readonly nodes?: 'every';
  /** What the agent gets of its node, with the reason. */
  readonly host?: Host<NoInfer<Name>>;
  /** @default { rollingUpdate: { maxUnavailable: 1 } } */
  readonly updateStrategy?: AgentUpdateStrategy;
  /**
   * A Service that shows the ports of the agents, such as for their metrics; with `internalTrafficPolicy: 'Local'` a pod reaches the
   * agent of its own node.
   *
   * @default - none
   */
  readonly service?: ServiceProps;
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number;
  /**
   * Who may connect to the ports; `false` makes no NetworkPolicy. An agent in the node's network has none: policies do not reach it.
   *
   * @default { from: 'anywhere' }
   */
  readonly networkPolicy?: NetworkAccess | false;
  /** The last word on each object, merged in as strategic merge does it. */
  readonly overrides?: NodeAgentOverrides;
}
