import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { merge } from '../manifest/merge';
import type {
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  DeepPartial,
  Role,
  RoleBinding,
  ServiceAccount,
} from '../manifest/kubernetes';
import { Problems } from '../props/problem';
import { checkShape, type Shape } from '../props/shape';
import { configMap } from '../pod/config-files';
import type { PodSelectorConfig, SubjectConfiguration } from './cdk8s-plus';
import { podSelectorConfig } from './cdk8s-plus';
import { accessObjects } from './access';
import { emit, type NamedManifest } from '../emit/emit';
import type { ResolvedWorkload } from './resolve-workload';

/** What a user may change in the objects that every workload has. */
export interface WorkloadOverrides {
  readonly configMap?: DeepPartial<ConfigMap>;
  readonly serviceAccount?: DeepPartial<ServiceAccount>;
  readonly role?: DeepPartial<Role>;
  readonly roleBinding?: DeepPartial<RoleBinding>;
  readonly clusterRole?: DeepPartial<ClusterRole>;
  readonly clusterRoleBinding?: DeepPartial<ClusterRoleBinding>;
}

/**
 * What every workload construct is: a name, the labels of its pods, and objects that are raw `ApiObject`s.
 *
 * A workload is what cdk8s-plus calls a pod selector, a network policy peer and a subject: it can be given to
 * `NetworkPolicy`, `connections.allowFrom`, `RoleBinding.addSubjects` and the like.
 */
export abstract class Workload extends Construct {
  #workload: ResolvedWorkload | undefined;

  /** The name of the workload object, and of the objects that share it. */
  get name(): string {
    return this.#resolved.identity.name;
  }

  /** The chart's namespace; undefined leaves it to whoever applies the manifests. */
  get namespace(): string | undefined {
    return this.#resolved.identity.namespace;
  }

  /** The labels that select the pods. */
  get podLabels(): Readonly<Record<string, string>> {
    return this.#resolved.identity.selector;
  }

  /** The ServiceAccount of the pods: one that was made here, or one that exists. */
  get serviceAccountName(): string {
    return this.#resolved.serviceAccountName;
  }

  /** @see cdk8s-plus' IPodSelector */
  toPodSelectorConfig(): PodSelectorConfig {
    return podSelectorConfig(this.podLabels, this.namespace);
  }

  /** @see cdk8s-plus' INetworkPolicyPeer */
  toNetworkPolicyPeerConfig(): { readonly podSelector: PodSelectorConfig } {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** @see cdk8s-plus' INetworkPolicyPeer */
  toPodSelector(): this {
    return this;
  }

  /** @see cdk8s-plus' ISubject */
  toSubjectConfiguration(): SubjectConfiguration {
    const { serviceAccountName: name, namespace } = this;
    return { kind: 'ServiceAccount', apiGroup: '', name, ...(namespace !== undefined && { namespace }) };
  }

  /** Checks that the props are what their types say, before anything reads them: only TypeScript's users know it. */
  protected validateShape(className: string, props: unknown, shape: Shape): void {
    this.validateProps(className, (problems) => {
      if (props === undefined || props === null) problems.add('', undefined, `has no props: give ${shape.what}`);
      else checkShape(problems, props, shape);
    });
  }

  /** Checks the props of the construct, and tells all that is wrong with them. */
  protected validateProps(className: string, check: (problems: Problems) => void): void {
    const problems = new Problems();
    check(problems);
    problems.throwIfAny(`${className} "${this.node.path}"`);
  }

  /** Adds one object, with the user's overrides merged in. */
  protected add<T extends NamedManifest>(id: string, manifest: T, overrides?: DeepPartial<T>): ApiObject {
    return emit(this, id, merge(manifest, overrides), this.name);
  }

  /** From here on the workload knows its name; adds the objects that every one may have: ServiceAccount, rights and config files. */
  protected begin(workload: ResolvedWorkload, overrides: WorkloadOverrides | undefined): void {
    this.#workload = workload;
    const access = accessObjects(workload);
    if (access.ServiceAccount) this.add('ServiceAccount', access.ServiceAccount, overrides?.serviceAccount);
    if (access.Role) this.add('Role', access.Role, overrides?.role);
    if (access.RoleBinding) this.add('RoleBinding', access.RoleBinding, overrides?.roleBinding);
    if (access.ClusterRole) this.add('ClusterRole', access.ClusterRole, overrides?.clusterRole);
    if (access.ClusterRoleBinding) {
      this.add('ClusterRoleBinding', access.ClusterRoleBinding, overrides?.clusterRoleBinding);
    }
    const { config } = workload.props;
    if (config) {
      this.add('ConfigMap', configMap(workload.identity.name, workload.identity.labels, config), overrides?.configMap);
    }
  }

  get #resolved(): ResolvedWorkload {
    if (this.#workload === undefined) throw new Error(`${this.node.path}: begin() was not called`);
    return this.#workload;
  }
}
