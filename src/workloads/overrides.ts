import { didYouMean } from '../values/did-you-mean';
import type { Problems } from '../props/problem';
import type { PodPlan } from '../pod/pod-template';
import { isReference, type ResolvedWorkload } from './resolve-workload';
import type { WorkloadOverrides } from './workload';

/** What all overrides have in common, whatever the object. */
interface Override {
  readonly metadata?: { readonly name?: string | null; readonly namespace?: string | null } | null;
  readonly spec?: OverriddenSpec | null;
}

interface OverriddenSpec {
  readonly template?: { readonly spec?: OverriddenPod | null } | null;
  readonly jobTemplate?: { readonly spec?: OverriddenSpec | null } | null;
}

type ContainerList = 'containers' | 'initContainers';
type OverriddenPod = {
  readonly [list in ContainerList]?:
    readonly { readonly name?: string | null; readonly image?: string | null }[] | null;
};

/** What to say so that an object is made, for each that can be overridden; undefined for one that is made. */
export type WaysOut<Overrides> = Readonly<Record<keyof Overrides, string | undefined>>;

/** @param wayOut what to say so that there is an object */
export function unless(made: unknown, wayOut: string): string | undefined {
  return made === undefined || made === false ? wayOut : undefined;
}

/** Of the objects that every workload may have. */
export function sharedWaysOut({ props }: ResolvedWorkload): WaysOut<WorkloadOverrides> {
  const { config, serviceAccount, permissions } = props;
  const role = unless(permissions?.namespace, 'give permissions.namespace');
  const clusterRole = unless(permissions?.cluster, 'give permissions.cluster');
  return {
    configMap: unless(config, 'give config'),
    serviceAccount: unless(!isReference(serviceAccount), 'leave out serviceAccount, which names one that exists'),
    role,
    roleBinding: role,
    clusterRole,
    clusterRoleBinding: clusterRole,
  };
}

/** Of a NetworkPolicy or a PodDisruptionBudget, which are made unless they are `false`. */
export function unlessFalse(prop: string, given: unknown): string | undefined {
  return unless(given ?? true, `leave out ${prop}: false`);
}

/** Where an object gets its name from, when not from the workload's. */
const NAMED_BY: Readonly<Record<string, string>> = {
  service: 'service.name',
  headlessService: 'headlessServiceName',
  serviceAccount: 'serviceAccount, with the name of one that exists',
};

/**
 * An override changes what an object says, and not which object it is: others refer to it by its name, such as an Ingress to its
 * Service. It cannot add a container that has nothing to run, and it makes no object that is not made without it.
 *
 * @param problems at the overrides, which are by the object
 */
export function checkOverrides<Overrides extends object>(
  problems: Problems,
  overrides: Overrides | undefined,
  waysOut: WaysOut<Overrides>,
  podPlan: PodPlan,
): void {
  // The props' own types say more of each object than is needed here.
  const all: readonly [string, Override | undefined][] = Object.entries(overrides ?? {});
  for (const [object, override] of all) {
    if (override === undefined) continue;
    const at = problems.at(object);
    // The keys are the same, and the shape of the props knows them.
    const wayOut = waysOut[object as keyof Overrides];
    if (wayOut !== undefined) at.add('', undefined, `is for an object that is not made: ${wayOut}`);
    const { name, namespace } = override.metadata ?? {};
    if (name !== undefined) {
      at.add('metadata.name', name ?? undefined, `is what other objects refer to: use ${NAMED_BY[object] ?? 'name'}`);
    }
    if (namespace !== undefined) {
      const problem = 'is where other objects look for it: give the chart the namespace';
      at.add('metadata.namespace', namespace ?? undefined, problem);
    }
    checkContainers(at, override.spec, podPlan);
  }
}

function checkContainers(problems: Problems, spec: Override['spec'], { containerName, pod }: PodPlan): void {
  const path = spec?.jobTemplate ? 'spec.jobTemplate.spec.template.spec' : 'spec.template.spec';
  const overridden = (spec?.jobTemplate ? spec.jobTemplate.spec : spec)?.template?.spec;
  const known: Readonly<Record<ContainerList, readonly string[]>> = {
    containers: [containerName, ...Object.keys(pod.containers ?? {})],
    initContainers: Object.keys({ ...pod.sidecars, ...pod.initContainers }),
  };
  for (const list of ['containers', 'initContainers'] as const) {
    for (const [index, { name, image }] of (overridden?.[list] ?? []).entries()) {
      const at = problems.at(`${path}.${list}[${index}]`);
      const exists = known[list].includes(name ?? '');
      if (exists && image === null) at.add('image', undefined, 'is taken away: a container needs one');
      if (!exists && typeof image !== 'string') {
        at.add('name', name ?? undefined, noContainerProblem(name ?? '', known[list]));
      }
    }
  }
}

function noContainerProblem(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'is a new container, which needs an image: give it one';
  const guess = didYouMean(name, known);
  const choice =
    guess === undefined ? `use ${known.map((each) => `"${each}"`).join(' or ')}` : `did you mean "${guess}"`;
  return `is no container of this list, and a new one needs an image: ${choice}`;
}
