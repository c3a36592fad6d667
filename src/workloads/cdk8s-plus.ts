/*
 * What cdk8s-plus asks of its citizens, written down structurally: naming its own types here would make every user's compiler read
 * its megabyte of declarations, and requiring it would make every synth load it.
 */

/** cdk8s-plus' PodSelectorConfig. */
export interface PodSelectorConfig {
  // LabelSelector is a class with private members, which only itself can be assigned to; `any` is the one way to meet it from here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly labelSelector: any;
  readonly namespaces?: { readonly names?: string[] };
}

/** cdk8s-plus' SubjectConfiguration. */
export interface SubjectConfiguration {
  readonly kind: string;
  readonly apiGroup: string;
  readonly name: string;
  readonly namespace?: string;
}

/** cdk8s-plus' ScalingTarget, for its HorizontalPodAutoscaler. */
export interface ScalingTarget {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  /** None of cdk8s-plus' own containers; it looks at these for resource requests. */
  readonly containers: never[];
  readonly replicas?: number;
}

/** Loads cdk8s-plus, which whoever asks for this has loaded already. */
export function podSelectorConfig(
  labels: Readonly<Record<string, string>>,
  namespace: string | undefined,
): PodSelectorConfig {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at the top of the module every synth would pay for it
  const { LabelSelector } = require('cdk8s-plus-28') as typeof import('cdk8s-plus-28');
  return {
    labelSelector: LabelSelector.of({ labels: { ...labels } }),
    ...(namespace !== undefined && { namespaces: { names: [namespace] } }),
  };
}
