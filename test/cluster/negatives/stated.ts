interface Reason {
  readonly why: string;
  /** Of an error of Kubernetes' test, as `field: what`. */
  readonly error: RegExp;
}

/** Why a server does not say what Kubernetes' test says of the same object: the tests skip what comes before validation. */
const NOT_SAID: readonly Reason[] = [
  { why: 'the server takes the namespace from the URL', error: /^metadata\.namespace: Required value/ },
  {
    why: 'a default takes its place',
    error: /(?:[pP]olicy|[sS]trategy|sessionAffinity|type|protocol|NodePorts): Required value$/,
  },
  { why: 'a default takes its place', error: /: Unsupported value: (?:""|\{"Type":"",.*\}): supported values/ },
  { why: 'a default takes its place', error: /^spec\.behavior\.scale(?:Up|Down)\.policies: Required value/ },
  { why: 'a default takes its place', error: /^field.*: Required value: when session affinity type is ClientIP$/ },
  {
    why: 'a default takes its place',
    error: /^spec\.completions: Required value: when completion mode is Indexed$/,
  },
  { why: 'a default takes its place', error: /\.onPodConditions\[\d+\]\.status: Required value/ },
  {
    why: 'a default takes its place',
    error: /^spec\.template\.spec\.(?:terminationGracePeriodSeconds|dnsPolicy|restartPolicy): Required value/,
  },
  {
    why: 'the server gives a new Job its uid, its selector and the labels that go with them',
    error:
      /^(?:metadata\.uid|spec\.selector): Required value$|^spec\.template\.metadata\.labels\[.*controller-uid\]: .*must be '/,
  },
  {
    why: 'the server drops the timeout of an affinity that is not there',
    error: /^spec\.sessionAffinityConfig: Forbidden: must not be set when session affinity is None/,
  },
  {
    why: 'the feature gate StrictIPCIDRValidation, which the test sets, is off',
    error: /: must not have leading 0s(?: in IP or prefix length)?$/,
  },
  {
    why: 'the feature gate MaxUnavailableStatefulSet is off: the server drops the field',
    error: /^spec\.updateStrategy\.rollingUpdate\.maxUnavailable: /,
  },
  {
    why: 'the feature gate PreferSameTrafficDistribution, which the test takes away, is on',
    error: /^spec\.trafficDistribution: Unsupported value: "PreferSame(?:Zone|Node)"/,
  },
  {
    why: 'a schedule may name a time zone only in a CronJob of old: the server refuses a new one in other words',
    error: /: cannot use both timeZone field and TZ or CRON_TZ in schedule$/,
  },
];

/** What validate() does not say where the structure is wrong as well, because its rules see what is sound; and the rule that would say it. */
const HIDDEN: readonly { readonly rule: string; readonly error: RegExp }[] = [
  { rule: 'selector-mismatch', error: /`selector` does not match template `labels`$/ },
  { rule: 'template-active-deadline', error: /activeDeadlineSeconds in StatefulSet is not Supported$/ },
  { rule: 'deployment-rolling-update', error: /may not be 0 when `maxSurge` is 0$/ },
  { rule: 'metric-target', error: /\.target\.averageValue: Required value/ },
];

/** All that {@link notSaid} and {@link hidden} can answer. */
export const STATED: readonly string[] = [
  ...new Set([...NOT_SAID.map(({ why }) => why), ...HIDDEN.map(({ rule }) => behind(rule))]),
];

/** The rules that {@link hidden} names. */
export const HIDDEN_RULES = HIDDEN.map(({ rule }) => rule);

/** Why the server does not say it; undefined when nobody knows. */
export function notSaid(error: string): string | undefined {
  return NOT_SAID.find((reason) => reason.error.test(error))?.why;
}

/** Why validate() does not say it beside a mistake in the structure; undefined when nobody knows. */
export function hidden(error: string): string | undefined {
  const found = HIDDEN.find((one) => one.error.test(error));
  return found && behind(found.rule);
}

function behind(rule: string): string {
  return `${rule} speaks when the structure is right`;
}
