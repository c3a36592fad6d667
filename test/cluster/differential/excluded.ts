import { builtInSchema } from '../../../src/validate/schema';
import type { Manifest } from './seeds';
import { NO_ANSWER, type Verdict } from './ask';

/** Refusals that say something about the cluster, not about the manifest. They count neither as found nor as missed. */
const REASONS: readonly { readonly why: string; readonly when: RegExp }[] = [
  { why: 'the server panics, and closes the connection', when: new RegExp(`^${NO_ANSWER}`) },
  { why: 'the namespace is not in the cluster', when: /^namespaces "[^]*" not found$/ },
  { why: 'an object of that name is in the cluster', when: /already exists/ },
  { why: 'admission: the ServiceAccount of a pod is not in the cluster', when: /error looking up service account/ },
  { why: 'admission: the PriorityClass of a pod is not in the cluster', when: /no PriorityClass with name/ },
  { why: 'admission: the RuntimeClass of a pod is not in the cluster', when: /RuntimeClass "[^]*" not found/ },
  { why: 'admission: the pod has another overhead than its RuntimeClass', when: /Pod's Overhead doesn't match/ },
  {
    why: 'admission: the pod has another priority than its PriorityClass, or than that of the cluster',
    when: /must not be provided in pod spec; priority admission controller computed/,
  },
  {
    why: 'admission: the pod has another preemption policy than its PriorityClass',
    when: /the string value of PreemptionPolicy/,
  },
  {
    why: 'the Service asks for an address outside of those of the cluster',
    when: /failed to allocate IP|provided IP is not in the valid range|provided IP is already allocated/,
  },
  {
    why: 'the Service asks for a port outside of those of the cluster',
    when: /provided port is not in the valid range|provided port is already allocated/,
  },
  {
    why: 'the Service asks for an address family that the cluster does not have',
    when: /not configured on this cluster|this cluster is not configured for dual-stack/,
  },
  { why: 'what it is bound to is not in the cluster', when: /^pods "[^]*" not found$/ },
  { why: 'what it is bound to is another one in the cluster', when: /^Operation cannot be fulfilled on pods/ },
];

/** Why a verdict does not count; undefined when it does. */
export function whyExcluded({ apiVersion, kind }: Manifest, { accepted, message = '' }: Verdict): string | undefined {
  if (!accepted) {
    const reason = REASONS.find(({ when }) => when.test(message));
    if (reason) return reason.why;
    if (mayBeCustom(String(apiVersion))) return 'it may be a custom resource, of which only the cluster knows';
  }
  // kubectl would not know where to send it. The server knows from the URL, and asks no more.
  const isText = (value: unknown): boolean => typeof value === 'string' && !/^\/?$/.test(value);
  return isText(apiVersion) && isText(kind) ? undefined : 'without apiVersion and kind there is no URL to send it to';
}

const GROUPS = new Set(Object.keys(builtInSchema().kinds).map((name) => name.split('/')[0]));

function mayBeCustom(apiVersion: string): boolean {
  const [, group] = /^([a-z\d-]+(?:\.[a-z\d-]+)+)\/[a-z][a-z\d-]*$/.exec(apiVersion) ?? [];
  return group !== undefined && !GROUPS.has(group);
}
