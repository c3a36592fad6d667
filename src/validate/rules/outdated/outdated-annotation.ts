import type { PodSpec, PodTemplateSpec } from '../../../../imports/kubernetes/types';
import type { Rule } from '../../rule';
import { isBarePod } from '../pod/bare-pod';
import { APP_ARMOR, SECCOMP, SECCOMP_POD } from '../pod/profile-annotations';

/** Annotations from before there were fields, what to do instead, and the kinds on which they mean that; without, pods. */
const SUCCESSORS: ReadonlyMap<string, { readonly fix: string; readonly kinds?: readonly string[] }> = new Map([
  ['kubernetes.io/ingress.class', { fix: 'give spec.ingressClassName', kinds: ['Ingress'] }],
  ['scheduler.alpha.kubernetes.io/critical-pod', { fix: 'give priorityClassName' }],
  ['security.alpha.kubernetes.io/sysctls', { fix: 'give securityContext.sysctls' }],
  ['security.alpha.kubernetes.io/unsafe-sysctls', { fix: 'give securityContext.sysctls' }],
  [
    'service.kubernetes.io/topology-aware-hints',
    { fix: 'write "service.kubernetes.io/topology-mode", or give spec.trafficDistribution', kinds: ['Service'] },
  ],
  ['volume.beta.kubernetes.io/mount-options', { fix: 'give spec.mountOptions', kinds: ['PersistentVolume'] }],
  [
    'volume.beta.kubernetes.io/storage-class',
    { fix: 'give spec.storageClassName', kinds: ['PersistentVolume', 'PersistentVolumeClaim'] },
  ],
]);

export const outdatedAnnotation: Rule<
  'Ingress' | 'PersistentVolume' | 'PersistentVolumeClaim' | 'Pod' | 'PodTemplateSpec' | 'Service'
> = {
  code: 'outdated-annotation',
  severity: 'warning',
  on: ['Ingress', 'PersistentVolume', 'PersistentVolumeClaim', 'Pod', 'PodTemplateSpec', 'Service'],
  needs: ['ObjectMeta.annotations'],
  summary:
    'What has a field is said in the field: the annotations from before there was one are deprecated, or nobody reads them.',
  mirrors: 'pkg/api/pod/warnings.go: warningsForPodSpecAndMeta, and the warnings of the other kinds',
  check({ metadata, spec }, at, report, context) {
    for (const key of Object.keys(metadata?.annotations ?? {})) {
      const { fix = profileFix(key, spec as PodTemplateSpec['spec'], isBarePod(context)), kinds } =
        SUCCESSORS.get(key) ?? {};
      if (fix === undefined || kinds?.includes(context.object.kind) === false) continue;
      report(at.field('metadata').field('annotations').field(key), 'is outdated', fix);
    }
  },
};

/** The way out for the annotation of a profile whose field is not there. */
function profileFix(key: string, spec: PodSpec | undefined, isBare: boolean): string | undefined {
  const pod = spec?.securityContext;
  if (key === SECCOMP_POD) return pod?.seccompProfile === undefined ? 'give securityContext.seccompProfile' : undefined;
  const profile = key.startsWith(SECCOMP)
    ? 'seccompProfile'
    : key.startsWith(APP_ARMOR)
      ? 'appArmorProfile'
      : undefined;
  const name = key.slice(key.indexOf('/') + 1);
  const container = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])].find((each) => each.name === name);
  if (profile === undefined || container === undefined) return undefined;
  // In a template, that it says something else than the profile of the pod is another rule's.
  const ofPod = profile === 'appArmorProfile' && !isBare ? pod?.[profile] : undefined;
  const isSaid = container.securityContext?.[profile] ?? ofPod;
  return isSaid === undefined ? `give securityContext.${profile} of the container` : undefined;
}
