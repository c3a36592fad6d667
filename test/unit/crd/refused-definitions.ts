import { type Case, ROOT, SCHEMA, twoVersions, widget } from './definitions';

const service = { name: 'converter', namespace: 'shop' };
const webhook = (clientConfig: object | undefined, more: object = {}) =>
  widget({
    spec: { conversion: { strategy: 'Webhook', webhook: { clientConfig, conversionReviewVersions: ['v1'], ...more } } },
  });
const CLIENT = 'spec.conversion.webhook.clientConfig';
const REVIEWS = 'spec.conversion.webhook.conversionReviewVersions';

const same = [SCHEMA, SCHEMA] as const;
const approved = (group: string, annotations: object) =>
  widget({ metadata: { name: `widgets.${group}`, annotations }, spec: { group } });
const APPROVAL = 'metadata.annotations["api-approved.kubernetes.io"]';

/** What the API server refuses of all but schemas. */
export const REFUSED_DEFINITIONS: readonly Case[] = [
  [
    'a name that is not plural.group',
    widget({ metadata: { name: 'widget.probe.example.com' } }),
    'metadata.name',
    '"widget.probe.example.com" is not the plural, a dot and the group: write "widgets.probe.example.com"',
  ],
  ['no name', widget({ metadata: { name: '' } }), 'metadata.name', 'is missing: write "widgets.probe.example.com"'],
  [
    'a name that is generated',
    widget({ metadata: { generateName: 'widgets-' } }),
    'metadata.generateName',
    'cannot be the name of a definition: leave it out',
  ],
  [
    'a label that is none',
    widget({ metadata: { labels: { app: 'a b' } } }),
    'metadata.labels.app',
    '"a b" is not a label value: use letters, digits, "-", "_" and ".", and begin and end with a letter or digit',
  ],
  [
    'a label with a bad key',
    widget({ metadata: { labels: { 'a b': '' } } }),
    'metadata.labels["a b"]',
    'is not the name of a label: use letters, digits, "-", "_" and ".", and begin and end with a letter or digit',
  ],
  [
    'an annotation with a bad key',
    widget({ metadata: { annotations: { '/a': '' } } }),
    'metadata.annotations["/a"]',
    'has a prefix before "/" that is empty: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit',
  ],
  [
    'annotations that are too large',
    widget({ metadata: { annotations: { a: 'ä'.repeat(128 * 1024) } } }),
    'metadata.annotations',
    'has 262145 bytes; it holds 262144',
  ],
  [
    'a finalizer that is none',
    widget({ metadata: { finalizers: ['a b'] } }),
    'metadata.finalizers[0]',
    '"a b" is not the name of a label: use letters, digits, "-", "_" and ".", and begin and end with a letter or digit',
  ],
  [
    'a group without a dot',
    widget({ metadata: { name: 'widgets.probe' }, spec: { group: 'probe' } }),
    'spec.group',
    '"probe" has no dot: write a domain of yours, such as "probe.example.com"',
  ],
  [
    'a group in capitals',
    widget({ metadata: { name: 'widgets.Probe.io' }, spec: { group: 'Probe.io' } }),
    'spec.group',
    '"Probe.io" is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "probe.io"',
  ],
  [
    'a group of Kubernetes',
    approved('probe.k8s.io', {}),
    APPROVAL,
    'is missing, and "probe.k8s.io" is a group of the Kubernetes project: use a group of your own, or write the URL of the review, or "unapproved" and why',
  ],
  [
    'a group of Kubernetes with no URL',
    approved('probe.kubernetes.io', { 'api-approved.kubernetes.io': 'yes' }),
    APPROVAL,
    'is no URL, and "probe.kubernetes.io" is a group of the Kubernetes project: use a group of your own, or write the URL of the review, or "unapproved" and why',
  ],
  ['no scope', widget({ spec: { scope: undefined } }), 'spec.scope', 'is missing: write Namespaced or Cluster'],
  [
    'a scope with a typo',
    widget({ spec: { scope: 'Namespace' } }),
    'spec.scope',
    '"Namespace" is not known: did you mean "Namespaced"',
  ],
  [
    'the old preserveUnknownFields',
    widget({ spec: { preserveUnknownFields: true } }),
    'spec.preserveUnknownFields',
    'is true, which is over: write x-kubernetes-preserve-unknown-fields: true in the schema where it is meant',
  ],

  [
    'no kind',
    widget({ names: { kind: '', singular: 'widget', listKind: 'WidgetList' } }),
    'spec.names.kind',
    'is missing: name the kind, such as "Widget"',
  ],
  [
    'a kind with an underscore',
    widget({ names: { kind: 'red_widget', listKind: 'RedWidgetList', singular: 'widget' } }),
    'spec.names.kind',
    '"red_widget" is not a kind: use letters and digits, and begin with a letter, such as "RedWidget"',
  ],
  [
    'a kind that is too long',
    widget({ names: { kind: `W${'i'.repeat(63)}`, listKind: 'WidgetList', singular: 'widget' } }),
    'spec.names.kind',
    '"Wiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii" has 64 characters; a kind holds 63: shorten it',
  ],
  [
    'a kind whose list has too long a kind',
    widget({ names: { kind: `W${'i'.repeat(59)}`, listKind: undefined, singular: 'widget' } }),
    'spec.names.kind',
    '"Wiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii" has 60 characters, and the kind of its lists, ' +
      '"WiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiList", more than 63: shorten it, or give a listKind',
  ],
  [
    'a list of the same kind',
    widget({ names: { listKind: 'Widget' } }),
    'spec.names.listKind',
    '"Widget" is the kind too: write "WidgetList", or leave it out',
  ],
  [
    'a plural in capitals',
    widget({ metadata: { name: 'Widgets.probe.example.com' }, names: { plural: 'Widgets' } }),
    'spec.names.plural',
    '"Widgets" is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit, such as "widgets"',
  ],
  [
    'a singular with a dot',
    widget({ names: { singular: 'wid.get' } }),
    'spec.names.singular',
    '"wid.get" is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit, such as "wid-get"',
  ],
  [
    'a short name in capitals',
    widget({ names: { shortNames: ['wg', 'WG'] } }),
    'spec.names.shortNames[1]',
    '"WG" is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit, such as "wg"',
  ],
  [
    'an empty category',
    widget({ names: { categories: [''] } }),
    'spec.names.categories[0]',
    '"" is empty: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit',
  ],

  ['no versions', widget({ spec: { versions: [] } }), 'spec.versions', 'has no version: give one, such as "v1"'],
  [
    'no stored version',
    widget({ version: { storage: false } }),
    'spec.versions',
    'has no version that is stored: write storage: true in one',
  ],
  [
    'two stored versions',
    widget({ spec: twoVersions({}, { storage: true }, same) }),
    'spec.versions',
    'has 2 versions that are stored, "v1" and "v2": write storage: true in only one',
  ],
  [
    'a version twice',
    widget({ spec: twoVersions({}, { name: 'v1' }, same) }),
    'spec.versions[1].name',
    '"v1" is there twice: give each version its own',
  ],
  [
    'a version with a dot',
    widget({ version: { name: 'v1.2' } }),
    'spec.versions[0].name',
    '"v1.2" is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit, such as "v1-2"',
  ],
  [
    'no schema',
    widget({ version: { schema: {} } }),
    ROOT,
    'is missing: describe the resource, or write type: object and x-kubernetes-preserve-unknown-fields: true',
  ],
  [
    'a deprecation warning of a version that is not deprecated',
    widget({ version: { deprecationWarning: 'use v2' } }),
    'spec.versions[0].deprecationWarning',
    'is of a version that is not deprecated: write deprecated: true, or leave it out',
  ],
  [
    'an empty deprecation warning',
    widget({ version: { deprecated: true, deprecationWarning: '' } }),
    'spec.versions[0].deprecationWarning',
    'is empty: write something, or leave it out for the usual words',
  ],
  [
    'a deprecation warning of two lines',
    widget({ version: { deprecated: true, deprecationWarning: 'use\nv2' } }),
    'spec.versions[0].deprecationWarning',
    'has a character that cannot be printed, such as a line break: write one line of text',
  ],
  [
    'a deprecation warning of 258 bytes',
    widget({ version: { deprecated: true, deprecationWarning: 'é'.repeat(129) } }),
    'spec.versions[0].deprecationWarning',
    'has 258 bytes; it holds 256',
  ],

  [
    'a conversion without a strategy',
    widget({ spec: { conversion: {} } }),
    'spec.conversion.strategy',
    'is missing: write None or Webhook',
  ],
  [
    'a strategy with a typo',
    widget({ spec: { conversion: { strategy: 'WebHook' } } }),
    'spec.conversion.strategy',
    '"WebHook" is not known: did you mean "Webhook"',
  ],
  [
    'a webhook without its strategy',
    widget({ spec: { conversion: { strategy: 'None', webhook: { conversionReviewVersions: ['v1'] } } } }),
    'spec.conversion.webhook',
    'is for the strategy Webhook: write strategy: Webhook, or leave it out',
  ],
  [
    'a webhook without a client',
    webhook(undefined),
    CLIENT,
    'is missing: say where the webhook is, with service or url',
  ],
  ['a webhook without an address', webhook({}), CLIENT, 'has no service and no url: give one of them'],
  [
    'a webhook with two addresses',
    webhook({ service, url: 'https://a.example.com' }),
    CLIENT,
    'has service and url: give one of them',
  ],
  [
    'a webhook without TLS',
    webhook({ url: 'http://a.example.com' }),
    `${CLIENT}.url`,
    '"http://a.example.com" is no HTTPS URL: write "https://", a host and a path',
  ],
  [
    'a webhook without a host',
    webhook({ url: 'https:///convert' }),
    `${CLIENT}.url`,
    '"https:///convert" has no host: write "https://", a host and a path',
  ],
  [
    'a webhook with a user',
    webhook({ url: 'https://me@a.example.com' }),
    `${CLIENT}.url`,
    '"https://me@a.example.com" has a user: leave out what is before "@"',
  ],
  [
    'a webhook with a query',
    webhook({ url: 'https://a.example.com?x=1' }),
    `${CLIENT}.url`,
    '"https://a.example.com?x=1" has a query: leave out what is after "?"',
  ],
  [
    'a webhook with a fragment',
    webhook({ url: 'https://a.example.com#x' }),
    `${CLIENT}.url`,
    '"https://a.example.com#x" has a fragment: leave out what is after "#"',
  ],
  [
    'a webhook with a port of letters',
    webhook({ url: 'https://a.example.com:https' }),
    `${CLIENT}.url`,
    '"https://a.example.com:https" is not written as a URL: write "https://", a host and a path',
  ],
  [
    'a webhook with a space',
    webhook({ url: 'https://a.example.com /x' }),
    `${CLIENT}.url`,
    '"https://a.example.com /x" is not written as a URL: write "https://", a host and a path',
  ],
  [
    'a Service without a namespace',
    webhook({ service: { name: 'converter' } }),
    `${CLIENT}.service.namespace`,
    'is missing: write the namespace of the Service',
  ],
  [
    'a Service with port 0',
    webhook({ service: { ...service, port: 0 } }),
    `${CLIENT}.service.port`,
    '0 is not a port: use a whole number from 1 to 65535',
  ],
  [
    'a relative path',
    webhook({ service: { ...service, path: 'convert' } }),
    `${CLIENT}.service.path`,
    '"convert" does not begin with "/": write "/convert"',
  ],
  [
    'a path with an empty step',
    webhook({ service: { ...service, path: '/a//b' } }),
    `${CLIENT}.service.path`,
    '"/a//b" has two "/" with nothing between them: write one',
  ],
  [
    'a path in capitals',
    webhook({ service: { ...service, path: '/Convert' } }),
    `${CLIENT}.service.path`,
    '"/Convert" has "Convert", which is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "convert"',
  ],
  ['no review versions', webhook({ service }, { conversionReviewVersions: [] }), REVIEWS, 'is missing: write ["v1"]'],
  [
    'unknown review versions',
    webhook({ service }, { conversionReviewVersions: ['v2'] }),
    REVIEWS,
    'has no version that the API server knows: add "v1"',
  ],
  [
    'a review version twice',
    webhook({ service }, { conversionReviewVersions: ['v1', 'v1'] }),
    `${REVIEWS}[1]`,
    '"v1" is there twice: leave it out',
  ],
  [
    'a bad review version',
    webhook({ service }, { conversionReviewVersions: ['v1', 'V2'] }),
    `${REVIEWS}[1]`,
    '"V2" is not a DNS label that begins with a letter: use lower-case letters, digits and "-", begin with a letter and end with a letter or digit, such as "v2"',
  ],
];
