import { remember } from '../values/remember';

// Each function gives what is wrong with a name as a phrase that continues `<prop> "<value>" `, or undefined. The rules are those of
// Kubernetes 1.35: k8s.io/apimachinery/pkg/util/validation and pkg/api/validation/path, and the validation of each kind.

/** The name of a namespace, container, volume or port of a Service: RFC 1123. */
export function dnsLabelProblem(text: string): string | undefined {
  return problem(text, DNS_LABEL);
}

/** The name of a Service until Kubernetes 1.35 (its gate RelaxedServiceNameValidation is off), and of a kind's plural: RFC 1035. */
export function dns1035LabelProblem(text: string): string | undefined {
  return problem(text, DNS_1035_LABEL);
}

/** The name of most objects: labels with dots between them. */
export function dnsSubdomainProblem(text: string): string | undefined {
  return problem(text, DNS_SUBDOMAIN);
}

/** The name of a container's port (the port of a Service has a DNS label): IANA_SVC_NAME of RFC 6335, in lower case. */
export function portNameProblem(text: string): string | undefined {
  return problem(text, PORT_NAME);
}

/** The key of a label: a name, or a DNS subdomain, "/" and a name. */
export const labelKeyProblem = remember((text: string): string | undefined => {
  const slash = text.indexOf('/');
  const prefix = slash < 0 ? undefined : problem(text.slice(0, slash), DNS_SUBDOMAIN);
  if (prefix !== undefined) return `has a prefix before "/" that ${prefix}`;
  const name = problem(text.slice(slash + 1), LABEL_NAME);
  return name !== undefined && slash >= 0 ? `has a name after "/" that ${name}` : name;
});

/** The value of a label; it may be empty. */
export function labelValueProblem(text: string): string | undefined {
  return text === '' ? undefined : problem(text, LABEL_VALUE);
}

/** The key of an annotation: that of a label, save that its prefix may have capitals. */
export function annotationKeyProblem(text: string): string | undefined {
  return labelKeyProblem(text.toLowerCase());
}

/**
 * The name of an environment variable. Since 1.34 Kubernetes takes all of printable ASCII but "=", which is more than a shell can read:
 * `my.name` is an environment variable that `$my.name` is not.
 */
export function envNameProblem(text: string): string | undefined {
  return problem(text, ENV_NAME);
}

/** A key of a ConfigMap or Secret, which is also a file name. */
export function configKeyProblem(text: string): string | undefined {
  if (text === '.') return 'is a directory: use another file name';
  if (text.startsWith('..')) return 'begins with "..", which volumes keep for themselves: use another file name';
  return problem(text, CONFIG_KEY);
}

/** A host of an Ingress: a DNS subdomain, or one after "*.". */
export function hostNameProblem(text: string): string | undefined {
  const [, host] = /^\w+:\/\/([^/:?#]+)/.exec(text) ?? [];
  if (host !== undefined) return `is a URL: write "${host}"`;
  const numbers = text.split('.');
  const isIp = numbers.length === 4 && numbers.every((number) => /^\d+$/.test(number) && Number(number) <= 255);
  if (isIp) return 'is an IP address: name a host, such as "shop.example.com", or leave it out for every host';
  return problem(text, text.includes('*') ? WILDCARD : DNS_SUBDOMAIN);
}

/** The name of a header in the probe of a container. */
export function httpHeaderNameProblem(text: string): string | undefined {
  return problem(text, HEADER_NAME);
}

/**
 * The name of an object of this kind. Stricter than the API server in one place: it takes a StatefulSet of 63 characters, which then
 * makes no pods.
 *
 * @example objectNameProblem('StatefulSet', 'orders.v2') // 'is not a DNS label: use lower-case letters, digits and "-", ...'
 */
export function objectNameProblem(kind: string, name: string): string | undefined {
  const { grammar = DNS_SUBDOMAIN, max, why }: NameRule = NAME_RULES[kind] ?? { grammar: DNS_SUBDOMAIN };
  if (max === undefined || name.length <= max || !grammar.pattern.test(name)) return problem(name, grammar);
  return `has ${name.length} characters; the name of a ${kind} holds ${max}, because ${why}: shorten it`;
}

interface Grammar {
  readonly what: string;
  readonly max?: number;
  readonly pattern: RegExp;
  /** How to write one. */
  readonly how: string;
  /** Turns what people write into what they should; a guess, which `problem` checks. */
  readonly mend?: (text: string) => string;
}

const DASHED = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
const DASHED_AND_DOTTED = (text: string) => text.split('.').map(DASHED).join('.');

const DNS_LABEL: Grammar = {
  what: 'a DNS label',
  max: 63,
  pattern: /^[a-z\d]([-a-z\d]*[a-z\d])?$/,
  how: 'use lower-case letters, digits and "-", and begin and end with a letter or digit',
  mend: DASHED,
};

const DNS_1035_LABEL: Grammar = {
  what: 'a DNS label that begins with a letter',
  max: 63,
  pattern: /^[a-z]([-a-z\d]*[a-z\d])?$/,
  how: 'use lower-case letters, digits and "-", begin with a letter and end with a letter or digit',
  mend: DASHED,
};

const SUBDOMAIN = String.raw`[a-z\d]([-a-z\d]*[a-z\d])?(\.[a-z\d]([-a-z\d]*[a-z\d])?)*`;

const DNS_SUBDOMAIN: Grammar = {
  what: 'a DNS subdomain',
  max: 253,
  pattern: new RegExp(`^${SUBDOMAIN}$`),
  how: 'use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit',
  mend: DASHED_AND_DOTTED,
};

const WILDCARD: Grammar = {
  what: 'a wildcard host',
  max: 253,
  pattern: new RegExp(String.raw`^\*\.${SUBDOMAIN}$`),
  how: 'write "*." and a host of lower-case letters, digits, "-" and ".", such as "*.example.com"',
};

const PORT_NAME: Grammar = {
  what: 'a port name',
  max: 15,
  pattern: /^(?=.*[a-z])(?!.*--)[a-z\d]([-a-z\d]*[a-z\d])?$/,
  how: 'use lower-case letters, digits and single "-" between them, and at least one letter',
  mend: DASHED,
};

const LABEL_PATTERN = /^([A-Za-z\d][-A-Za-z\d_.]*)?[A-Za-z\d]$/;
const LABEL_HOW = 'use letters, digits, "-", "_" and ".", and begin and end with a letter or digit';
const LABEL_NAME: Grammar = { what: 'the name of a label', max: 63, pattern: LABEL_PATTERN, how: LABEL_HOW };
const LABEL_VALUE: Grammar = { what: 'a label value', max: 63, pattern: LABEL_PATTERN, how: LABEL_HOW };

const ENV_NAME: Grammar = {
  what: 'the name of an environment variable',
  pattern: /^[ -<>-~]+$/,
  how: 'use letters, digits and "_"',
};

const CONFIG_KEY: Grammar = {
  what: 'a key',
  max: 253,
  pattern: /^[-._a-zA-Z\d]+$/,
  how: 'use letters, digits, "-", "_" and "."; a "/" goes into the path of the mount',
};

const HEADER_NAME: Grammar = {
  what: 'the name of an HTTP header',
  pattern: /^[-A-Za-z\d]+$/,
  how: 'use letters, digits and "-"',
};

const PATH_SEGMENT: Grammar = {
  what: 'a name',
  pattern: /^(?!\.{1,2}$)[^/%]+$/,
  how: 'use no "/" and no "%", and not just "." or ".."',
};

const CRD_NAME: Grammar = {
  what: 'the name of a CustomResourceDefinition',
  max: 253,
  pattern: new RegExp(String.raw`^[a-z]([-a-z\d]{0,61}[a-z\d])?(\.[a-z\d]([-a-z\d]*[a-z\d])?){2,}$`),
  how: 'write "<plural>.<group>", such as "redises.example.com"',
};

const PRIORITY_CLASS_NAME: Grammar = {
  ...DNS_SUBDOMAIN,
  what: 'a name for a PriorityClass',
  pattern: new RegExp(`^(?!system-(?!(cluster|node)-critical$))${SUBDOMAIN}$`),
  how: `${DNS_SUBDOMAIN.how}; Kubernetes keeps "system-" for itself`,
};

function problem(text: string, { what, max, pattern, how, mend }: Grammar): string | undefined {
  if (text === '') return `is empty: ${how}`;
  if (!pattern.test(text)) {
    const mended = mend?.(text) ?? '';
    return `is not ${what}: ${how}${pattern.test(mended) ? `, such as "${mended}"` : ''}`;
  }
  return max !== undefined && text.length > max
    ? `has ${text.length} characters; ${what} holds ${max}: shorten it`
    : undefined;
}

type NameRule =
  | { readonly grammar: Grammar; readonly max?: never; readonly why?: never }
  /** Fewer characters fit than the grammar has, because of what is made from the name. */
  | { readonly grammar?: Grammar; readonly max: number; readonly why: string };

const PATH_SEGMENT_KINDS = [
  'APIService',
  'CertificateSigningRequest',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterTrustBundle',
  'Event',
  'IPAddress',
  'PodDisruptionBudget',
  'Role',
  'RoleBinding',
];

/** The kinds whose names are more, or less, than a DNS subdomain. */
const NAME_RULES: Readonly<Record<string, NameRule>> = {
  Namespace: { grammar: DNS_LABEL },
  Service: { grammar: DNS_1035_LABEL },
  // 52, not 63: the controller labels each pod with "<name>-<10-character hash>", and a label value holds 63.
  StatefulSet: { grammar: DNS_LABEL, max: 52, why: 'its pods have a label of it and 11 characters more' },
  Job: { max: 63, why: 'it is a label of its pods' },
  // The controller appends "-" and the minutes since 1970 to name the Job.
  CronJob: { max: 52, why: 'its Jobs are named by it and 11 characters more' },
  CustomResourceDefinition: { grammar: CRD_NAME },
  PriorityClass: { grammar: PRIORITY_CLASS_NAME },
  ...Object.fromEntries(PATH_SEGMENT_KINDS.map((kind) => [kind, { grammar: PATH_SEGMENT }])),
};
