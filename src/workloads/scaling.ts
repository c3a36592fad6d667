import { JsonPatch, type ApiObject } from 'cdk8s';
import type { ScalingTarget } from './cdk8s-plus';

/** Makes a workload what cdk8s-plus' HorizontalPodAutoscaler can scale. */
export class Scaling {
  #hasAutoscaler = false;
  readonly #object: ApiObject;
  readonly #replicas: number | undefined;

  constructor(object: ApiObject, replicas: number | undefined) {
    this.#object = object;
    this.#replicas = replicas;
  }

  get hasAutoscaler(): boolean {
    return this.#hasAutoscaler;
  }

  markHasAutoscaler(): void {
    if (this.#hasAutoscaler) return;
    this.#hasAutoscaler = true;
    // Left in, each apply would undo what the autoscaler did.
    if (this.#replicas !== undefined) this.#object.addJsonPatch(JsonPatch.remove('/spec/replicas'));
  }

  target(): ScalingTarget {
    const { kind, apiVersion, name } = this.#object;
    return {
      kind,
      apiVersion,
      name,
      containers: [],
      ...(this.#replicas !== undefined && { replicas: this.#replicas }),
    };
  }
}
