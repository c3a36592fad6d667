import type { Container, Pod, PodSpec, Toleration } from '../../../imports/kubernetes/types';
import { withoutFields } from '../../values/fields';
import { sameJson } from '../../values/same-json';
import { ROOT } from '../path';
import type { Report } from '../rule';
import { allTolerations, withoutAdmission } from './admitted-pod';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { reportAnnotation, reportChanges } from './difference';
import { gatedPodChange, isGated, withoutNodeAffinity } from './gated-pod';
import { isLive } from './live-object';
import { storedForm } from './stored-form';

const FIX = 'keep it, or delete the Pod first; a Deployment replaces its pods itself';
const SPEC = ROOT.field('spec');

const podChange: ChangeRule<'v1/Pod'> = {
  code: 'pod-change',
  severity: 'error',
  kinds: ['v1/Pod'],
  summary: 'Of a Pod only images, deadlines, tolerations and scheduling gates change while it is there.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePodUpdate',
  check(before, after, report) {
    const [was, is] = [before.spec, after.spec];
    if (was === undefined || is === undefined) return;
    for (const list of ['containers', 'initContainers'] as const) {
      const [old, now] = [was[list]?.length ?? 0, is[list]?.length ?? 0];
      if (old === now) continue;
      report(SPEC.field(list), `had ${old} and has ${now}, but none comes or goes`, FIX);
      return;
    }
    checkProfiles(before, after, report);
    const deadline = is.activeDeadlineSeconds ?? Infinity;
    if (deadline > (was.activeDeadlineSeconds ?? Infinity)) {
      const change = `was ${was.activeDeadlineSeconds} and is ${is.activeDeadlineSeconds ?? 'gone'}`;
      report(SPEC.field('activeDeadlineSeconds'), `${change}, but it can only become shorter`, FIX);
    }
    const tolerations = allTolerations(is);
    if (allTolerations(was).some((each) => !tolerations.some((other) => sameToleration(each, other)))) {
      report(SPEC.field('tolerations'), 'lacks one that was there, but tolerations can only be added', 'put it back');
    }
    const gates = was.schedulingGates?.map(({ name }) => name) ?? [];
    const index = is.schedulingGates?.findIndex(({ name }) => !gates.includes(name)) ?? -1;
    if (index >= 0) {
      report(SPEC.field('schedulingGates').item(index), 'is new, but gates can only be taken away', 'take it away');
    }
    // As long as the Pod waits at a gate, where it may go can be narrowed.
    const fixed = isGated(before) ? fixedOfGated : fixedPart;
    const [old, now] = withoutAdmission(was, withImagesOf(was, is), isLive(before)).map((spec) => fixed(spec));
    reportChanges('v1/Pod', ['spec'], [{ spec: old }, { spec: now }], report, FIX);
  },
};

/** Annotations that gave a profile of AppArmor before there was a field. Of a live Pod, the server may have written them. */
const PROFILE = 'container.apparmor.security.beta.kubernetes.io/';

function checkProfiles(before: Pod, after: Pod, report: Report): void {
  const [was, is] = [before.metadata?.annotations ?? {}, after.metadata?.annotations ?? {}];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (!name.startsWith(PROFILE) || was[name] === is[name] || (isLive(before) && is[name] === undefined)) continue;
    reportAnnotation(name, [was[name], is[name]], report, FIX);
  }
}

/** All but how long it is tolerated. */
function sameToleration(one: Toleration, other: Toleration): boolean {
  const [was, is] = [one, other].map((each) => storedForm('Toleration', withoutFields(each, 'tolerationSeconds')));
  return sameJson(was, is);
}

function fixedOfGated(spec: PodSpec): PodSpec {
  return withoutNodeAffinity(withoutFields(fixedPart(spec), 'nodeSelector'));
}

function fixedPart(spec: PodSpec): PodSpec {
  const fixed = withoutFields(spec, 'activeDeadlineSeconds', 'schedulingGates', 'tolerations');
  const { containers, initContainers = [], hostNetwork = false } = fixed;
  const filled = (container: Container): Container => withHostPorts(withRequests(container), hostNetwork);
  return { ...fixed, containers: containers.map(filled), initContainers: initContainers.map(filled) };
}

/** Where only a limit is given, the server takes it for the request. */
function withRequests(container: Container): Container {
  const { resources } = container;
  if (resources?.limits === undefined) return container;
  return { ...container, resources: { ...resources, requests: { ...resources.limits, ...resources.requests } } };
}

/** In the network of the node, a port is one of the node, too. */
function withHostPorts(container: Container, hostNetwork: boolean): Container {
  if (!hostNetwork || container.ports === undefined) return container;
  return { ...container, ports: container.ports.map((port) => ({ ...port, hostPort: port.containerPort })) };
}

/** The new pod, with the images of the old one. */
function withImagesOf({ containers, initContainers = [] }: PodSpec, spec: PodSpec): PodSpec {
  const withImage = (old: Container | undefined, container: Container): Container => {
    const { image: _, ...others } = container;
    return old?.image === undefined ? others : { ...others, image: old.image };
  };
  return {
    ...spec,
    containers: spec.containers.map((each, index) => withImage(containers[index], each)),
    initContainers: (spec.initContainers ?? []).map((each, index) => withImage(initContainers[index], each)),
  };
}

/** Changes of single pods. */
export const POD_CHANGES: readonly AnyChangeRule[] = [podChange, gatedPodChange];
