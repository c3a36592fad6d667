interface Reason {
  readonly why: string;
  /** Of an error of Kubernetes' test, as `field: what`. */
  readonly error: RegExp;
}

/** Why a server does not say what Kubernetes' test says of the same object: the tests skip what comes before validation. */
const REASONS: readonly Reason[] = [
  { why: 'the server takes the namespace from the URL', error: /^metadata\.namespace: Required value/ },
  {
    why: 'a default takes its place',
    error: /(?:[pP]olicy|[sS]trategy|concurrencyPolicy|sessionAffinity|type|protocol|NodePorts): Required value$/,
  },
  { why: 'a default takes its place', error: /: Unsupported value: (?:""|\{"Type":"",.*\}): supported values/ },
  { why: 'a default takes its place', error: /^spec\.behavior\.scale(?:Up|Down)\.policies: Required value/ },
  { why: 'a default takes its place', error: /^field.*: Required value: when session affinity type is ClientIP$/ },
  { why: 'a default takes its place', error: /^spec\.completions: Required value: when completion mode is Indexed$/ },
  {
    why: 'a default takes its place',
    error: /^spec\.podFailurePolicy\.rules\[\d+\]\.onPodConditions\[\d+\]\.status: Required value/,
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
    why: 'the feature gate MaxUnavailableStatefulSet, which the test sets, is off: the server drops the field',
    error: /^spec\.updateStrategy\.rollingUpdate\.maxUnavailable: /,
  },
  {
    why: 'the feature gate PreferSameTrafficDistribution, which the test takes away, is on',
    error: /^spec\.trafficDistribution: Unsupported value: "PreferSame(?:Zone|Node)"/,
  },
  {
    why: 'a time zone in a schedule is only for a CronJob that has it already: the server refuses it in other words',
    error: /: cannot use both timeZone field and TZ or CRON_TZ in schedule$/,
  },
];

/** Why a server does not say it; undefined when nobody knows. */
export function statedReason(error: string): string | undefined {
  return REASONS.find((reason) => reason.error.test(error))?.why;
}
