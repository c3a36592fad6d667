import { missingValueProblem } from '../props/missing-value';
import { dnsSubdomainProblem } from './name';
import type { Problems } from '../props/problem';

/**
 * The name of another object, or the object itself: a construct of cdk8s-plus (`Secret`, `ConfigMap`, `ServiceAccount`,
 * `PersistentVolumeClaim`), a cdk8s `ApiObject` or a `KubernetesObject`. What has a `kind` must have the right one.
 */
export type NameOf = string | { readonly name: string; readonly kind?: string };

/** The name that a reference stands for. */
export function nameOf(reference: NameOf): string {
  return typeof reference === 'string' ? reference : reference.name;
}

/** Adds a problem when `reference` is an object of another kind than `kind`, or a name that no object can have. */
export function checkReference(problems: Problems, prop: string, reference: NameOf | undefined, kind: string): void {
  if (reference === undefined) return;
  if (typeof reference === 'object' && reference.kind !== undefined && reference.kind !== kind) {
    problems.add(prop, reference.name, `is a ${reference.kind}: give a ${kind}, or its name`);
    return;
  }
  problems.check(prop, nameOf(reference), (name) => missingValueProblem(name) ?? dnsSubdomainProblem(name));
}
