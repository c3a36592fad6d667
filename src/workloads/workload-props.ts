import type { PolicyRule } from '../manifest/kubernetes';
import type { NameOf } from '../manifest/reference';
import type { ConfigFiles } from '../pod/config-files';
import type { ContainerProps } from '../pod/container';
import type { PodProps } from '../pod/pod-template';
import type { AnyPort } from '../pod/ports';

/** A ServiceAccount that the construct makes. */
export interface ServiceAccountProps {
  /** A name would mean a ServiceAccount that exists. */
  readonly name?: never;
  /** What cloud providers read: `{ 'eks.amazonaws.com/role-arn': '...' }`. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** What the pods may ask of the API server. */
export interface Permissions {
  /** Rules of a Role in the workload's own namespace. */
  readonly namespace?: readonly PolicyRule[];
  /** Rules of a ClusterRole, for the whole cluster. The chart needs a namespace, because the binding names it. */
  readonly cluster?: readonly PolicyRule[];
}

/** What every workload takes: its main container, its pod, and how its objects are called. */
export interface WorkloadProps<
  Port extends AnyPort = AnyPort,
  PodPort extends number = number,
  PodPortName extends string = string,
>
  extends ContainerProps<Port>, PodProps<PodPort, PodPortName> {
  /**
   * The name of the objects.
   *
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * The name of the main container.
   *
   * @default - the workload's name
   */
  readonly containerName?: string;
  /** Labels of every object and of the pods, beside `app.kubernetes.io/name` and `app.kubernetes.io/component`. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the workload object. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly podLabels?: Readonly<Record<string, string>>;
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Config files, in a ConfigMap of their own; a change rolls the pods. */
  readonly config?: ConfigFiles;
  /**
   * A ServiceAccount that exists, or what the one that is made should have.
   *
   * @default - a ServiceAccount of the workload's name, without rights
   */
  readonly serviceAccount?: NameOf | ServiceAccountProps;
  /** Rights of the pods at the API server. */
  readonly permissions?: Permissions;
  /**
   * Whether the pods get a token for the API server.
   *
   * @default - true with `permissions`, else false
   */
  readonly automountServiceAccountToken?: boolean;
}
