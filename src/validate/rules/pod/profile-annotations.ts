import type { AppArmorProfile, SeccompProfile } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { isBarePod } from './bare-pod';
import { eachContainer } from './each-container';

/** Annotations from before there were fields. The last two go before the name of a container. */
export const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
export const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/';
export const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';
export const LOCALHOST = 'localhost/';

export const profileAnnotation: Rule<'Pod' | 'PodTemplateSpec'> = {
  code: 'profile-annotation',
  severity: 'error',
  on: ['Pod', 'PodTemplateSpec'],
  needs: ['ObjectMeta.annotations'],
  summary: 'An old annotation for a seccomp or AppArmor profile says what the field says, because only one can hold.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateSeccompAnnotationsAndFields and the same for AppArmor',
  check({ metadata, spec }, at, report, context) {
    const annotations = metadata?.annotations;
    if (annotations === undefined || spec === undefined || !Object.keys(annotations).some(isAboutProfile)) return;
    const place = at.field('spec');
    const { seccompProfile, appArmorProfile } = spec.securityContext ?? {};
    compare(annotations[SECCOMP_POD], seccompProfile, place.field('securityContext').field('seccompProfile'), report);
    eachContainer(spec, ({ name, securityContext: own }, list, index) => {
      const here = place.field(list).item(index).field('securityContext');
      compare(annotations[SECCOMP + name], own?.seccompProfile, here.field('seccompProfile'), report);
      if (spec.os?.name === 'windows') return;
      const annotation = annotations[APP_ARMOR + name];
      // In a bare Pod, the annotation becomes the profile of a container that has none.
      const becomesOwn = isBarePod(context) && annotation !== undefined && namesProfile(annotation);
      const profile = own?.appArmorProfile ?? (becomesOwn ? undefined : appArmorProfile);
      compare(annotation, profile, here.field('appArmorProfile'), report);
    });
  },
};

function isAboutProfile(key: string): boolean {
  return key === SECCOMP_POD || key.startsWith(SECCOMP) || key.startsWith(APP_ARMOR);
}

/** Whether the server takes the value of an AppArmor annotation. */
export function isAppArmorProfile(value: string): boolean {
  return value === '' || value === 'runtime/default' || value === 'unconfined' || value.startsWith(LOCALHOST);
}

function namesProfile(annotation: string): boolean {
  return isAppArmorProfile(annotation) && annotation !== '' && annotation !== LOCALHOST;
}

function compare(
  annotation: string | undefined,
  profile: SeccompProfile | AppArmorProfile | undefined,
  at: Path,
  report: Report,
): void {
  if (annotation === undefined || profile === undefined) return;
  const { type, localhostProfile = '' } = profile;
  const said = {
    Localhost: [LOCALHOST + localhostProfile],
    RuntimeDefault: at.step === 'seccompProfile' ? ['runtime/default', 'docker/default'] : ['runtime/default'],
    Unconfined: ['unconfined'],
  }[type];
  if (said.includes(annotation)) return;
  report(at.field('type'), `"${type}" is not what the annotation says, "${annotation}"`, 'take the annotation away');
}
