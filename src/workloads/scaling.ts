import { JsonPatch, type ApiObject } from 'cdk8s';
import type { ScalingTarget } from './cdk8s-plus';

/** Makes a workload what cdk8s-plus' HorizontalPodAutoscaler can scale. */
export class Scaling {
  #hasAutoscaler = false;
  readonly #object: ApiObject;

  constructor(object: ApiObject) {
    this.#object = object;
  }

  get hasAutoscaler(): boolean {
    return this.#hasAutoscaler;
  }

  markHasAutoscaler(): void {
    if (this.#hasAutoscaler) return;
    this.#hasAutoscaler = true;
    // Left in, each apply would undo what the autoscaler did.
    if (this.#replicas() !== undefined) this.#object.addJsonPatch(JsonPatch.remove('/spec/replicas'));
  }

  target(): ScalingTarget {
    const { kind, apiVersion, name } = this.#object;
    const replicas = this.#replicas();
    return { kind, apiVersion, name, containers: [], ...(replicas !== undefined && { replicas }) };
  }

  /** As it is printed: after overrides and patches. */
  #replicas(): number | undefined {
    const { spec } = this.#object.toJson() as { readonly spec?: { readonly replicas?: number } };
    return spec?.replicas;
  }
}
