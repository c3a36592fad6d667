import { imageProblem, parseImage } from '../../../manifest/image';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';

export const imageTag: Rule<'Container'> = {
  code: 'image-tag',
  severity: 'warning',
  on: 'Container',
  summary: 'An image has a tag other than "latest", or a digest, because it is another image tomorrow otherwise.',
  check(container, at, report) {
    const { image = '' } = container;
    // Istio puts its own in the place of "auto".
    if (image === '' || image === 'auto' || parseImage(image) === undefined) return;
    checkField(report, at, container, 'image', imageProblem);
  },
};

export const imageName: Rule<'Container'> = {
  code: 'image-name',
  severity: 'warning',
  on: 'Container',
  summary: 'An image is a name that a container runtime can read, or the pod stops with InvalidImageName.',
  mirrors: 'pkg/util/parsers/parsers.go: ParseImageName',
  check(container, at, report) {
    const { image = '' } = container;
    // White space is another rule's, and $(...) or {...} is what a tool fills in.
    if (image === '' || parseImage(image) !== undefined || /[\s${}]/.test(image)) return;
    if (image.startsWith('ko://'))
      report(at.field('image'), 'is a program that has no image yet', 'apply what "ko resolve" makes of it');
    else checkField(report, at, container, 'image', imageProblem);
  },
};

export const plainSecret: Rule<'EnvVar'> = {
  code: 'plain-secret',
  severity: 'warning',
  on: 'EnvVar',
  needs: ['EnvVar.value'],
  summary: 'A password or a token comes from a Secret, because whoever can read the workload reads it otherwise.',
  check({ name, value = '', valueFrom }, at, report) {
    if (value === '' || valueFrom !== undefined || !SECRET_NAME.test(name) || PUBLIC_VALUE.test(value)) return;
    if (NAME_OF_SECRET.test(value) && /secret$/i.test(name)) return;
    report(at.field('value'), 'is a secret in plain text', 'take it from a Secret: valueFrom.secretKeyRef');
  },
};

const SECRET_NAME =
  /(?:^|_)(?:(?:pg|mysql_?)?password|passwd|pass|pwd|passphrase|secret|token|(?:api|access|secret|private|encryption)_?key(?:_base)?)$/i;

/**
 * Nothing, a switch, a number, a path, an address, the name of a header, what is put together from other variables, by Kubernetes or by
 * a tool, and what tells a tool where the secret is: `vault:secret/db#password`, `arn:aws:...`, `ref+awsssm://db`.
 */
const PUBLIC_VALUE =
  /^(?:""|''|true|false|yes|no|on|off|\d+|\/.*|[\w+.-]+:\/\/[^@]*|(?:vault|arn|sm|ssm|awssm|gcpsm|azurekeyvault|secretref):.*|X(?:-[A-Z][a-z]+)+)$|\$[({]/i;

/** `TLS_SECRET: orders-tls` tells a program the name of a Secret. */
const NAME_OF_SECRET = /^[a-z]+(?:[-/][a-z]+)+$/;

export const envReference: Rule<'Container'> = {
  code: 'env-reference',
  severity: 'warning',
  on: 'Container',
  needs: ['EnvVar.value'],
  summary: 'A $(NAME) in a variable is the name of an earlier one, or the text stays as it is.',
  mirrors:
    'third_party/forked/golang/expansion/expand.go: Expand; pkg/kubelet/kubelet_pods.go: makeEnvironmentVariables',
  check({ env = [], envFrom = [] }, at, report) {
    if (envFrom.length > 0 || !env.some(({ value }) => value?.includes('$('))) return;
    const all = new Set(env.map(({ name }) => name));
    const earlier = new Set<string>();
    env.forEach(({ name, value }, index) => {
      for (const used of value === undefined ? [] : referencesIn(value)) {
        if (earlier.has(used) || SERVICE_VARIABLE.test(used)) continue;
        const isLater = all.has(used);
        // Variables have capitals; $(hostname) is for a shell, which reads the variable as a script.
        if (!isLater && used !== used.toUpperCase()) continue;
        const message = isLater ? `names $(${used}), which comes later` : `names $(${used}), which is not there`;
        const fix = isLater ? `put ${used} before it` : `add ${used} before it, or write $$(${used}) for the text`;
        report(at.field('env').item(index).field('value'), message, fix);
      }
      earlier.add(name);
    });
  },
};

/** What the kubelet adds for each Service. */
const SERVICE_VARIABLE = /_SERVICE_(?:HOST|PORT)|_PORT(?:_|$)/;

/** The names in `$(NAME)`; `$$` is a dollar sign. */
function referencesIn(value: string): readonly string[] {
  return Array.from(value.matchAll(/\$\$|\$\(([A-Za-z_][\w.-]*)\)/g), ([, name]) => name ?? '').filter(
    (name) => name !== '',
  );
}
