import type { Container, PodSpec, Toleration } from '../../../imports/kubernetes/types';

/** What admission computes of other objects, such as a PriorityClass: where one side does not give it, it is what it was. */
const COMPUTED: readonly (keyof PodSpec)[] = ['overhead', 'preemptionPolicy', 'priority'];

/** What is there without having been asked for in a live Pod, and stays when it is not given. */
const FILLED_IN: readonly (keyof PodSpec)[] = [
  'ephemeralContainers',
  'imagePullSecrets',
  'nodeName',
  'priorityClassName',
];

/** Two versions of a Pod without what the server does to pods only, and not to templates. */
export function withoutAdmission(was: PodSpec, is: PodSpec, isLive: boolean): readonly [PodSpec, PodSpec] {
  const left = isLive ? [...COMPUTED, ...FILLED_IN] : COMPUTED;
  const ofNoMatter = left.filter(
    (field) => is[field] === undefined || (COMPUTED.includes(field) && was[field] === undefined),
  );
  const bare = (spec: PodSpec): PodSpec => withoutToken(withoutDefaults(without(spec, ofNoMatter)));
  return [withoutComputed(bare(was), is), withoutComputed(bare(is), was)];
}

/** Where the whole pod has a limit, the server computes the requests that are not given, of those of the containers. */
function withoutComputed(spec: PodSpec, other: PodSpec): PodSpec {
  const { limits, requests = {} } = spec.resources ?? {};
  if (limits === undefined) return spec;
  const given = Object.entries(requests).filter(([name]) => other.resources?.requests?.[name] !== undefined);
  return { ...spec, resources: { ...spec.resources, requests: Object.fromEntries(given) } };
}

function without(spec: PodSpec, fields: readonly (keyof PodSpec)[]): PodSpec {
  const kept = Object.entries(spec).filter(([field]) => !fields.some((each) => each === field));
  return { containers: spec.containers, ...Object.fromEntries(kept) };
}

function withoutDefaults(spec: PodSpec): PodSpec {
  const { enableServiceLinks, serviceAccount, serviceAccountName = serviceAccount, ...others } = spec;
  const { terminationGracePeriodSeconds: given = 30 } = spec;
  return {
    ...others,
    // A negative time counts as one second.
    terminationGracePeriodSeconds: given < 0 ? 1 : given,
    ...(enableServiceLinks === false && { enableServiceLinks }),
    ...(serviceAccountName && serviceAccountName !== 'default' && { serviceAccountName }),
  };
}

/** A volume with the token of the ServiceAccount has a new name in each Pod. */
const TOKEN = 'kube-api-access-';

function withoutToken(spec: PodSpec): PodSpec {
  const bare = (container: Container): Container => {
    const { volumeMounts = [], ...others } = container;
    return { ...others, volumeMounts: volumeMounts.filter(({ name }) => !name.startsWith(TOKEN)) };
  };
  return {
    ...spec,
    containers: spec.containers.map(bare),
    initContainers: (spec.initContainers ?? []).map(bare),
    volumes: (spec.volumes ?? []).filter(({ name }) => !name.startsWith(TOKEN)),
  };
}

/** The taints of a node without contact, which a Pod tolerates for a while unless it says otherwise. */
const LOST_CONTACT = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/** Those that are given, and those that every Pod gets. */
export function allTolerations({ tolerations = [] }: PodSpec): readonly Toleration[] {
  const isOpen = (taint: string): boolean =>
    !tolerations.some(({ key, effect }) => (!key || key === taint) && (!effect || effect === 'NoExecute'));
  const added = LOST_CONTACT.filter(isOpen).map((key) => ({ key, operator: 'Exists', effect: 'NoExecute' }) as const);
  return [...tolerations, ...added];
}
