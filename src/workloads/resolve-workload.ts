import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ObjectMeta, PodSpec, Volume } from '../manifest/kubernetes';
import { missingValueProblem } from '../props/missing-value';
import { checkLabels } from '../manifest/labels';
import { annotationKeyProblem, dnsLabelProblem, labelKeyProblem, objectNameProblem } from '../manifest/name';
import type { Problems } from '../props/problem';
import { checkReference, nameOf, type NameOf } from '../manifest/reference';
import { checkConfigFiles, configChecksum, configMounts, configVolume } from '../pod/config-files';
import type { OwnMount, ReadOnlyVolumes } from '../pod/mounts';
import { checkPod, type PodPlan } from '../pod/pod-template';
import type { NamedPort } from '../pod/ports';
import type { Spread } from '../pod/scheduling';
import { checkPermissions } from './permissions';
import { privilegeAnnotations } from './privilege-annotations';
import type { WorkloadProps } from './workload-props';

/** The part that a workload plays, in its label `app.kubernetes.io/component`. */
export type Component = 'database' | 'agent' | 'job' | 'web';

/** What every object of a workload has in common. */
export interface WorkloadIdentity {
  readonly name: string;
  readonly namespace: string | undefined;
  /** The labels that select the pods. They never change, because selectors are immutable. */
  readonly selector: Readonly<Record<string, string>>;
  /** The labels of every object: the selector and the user's. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A workload with its defaults decided. */
export interface ResolvedWorkload {
  readonly identity: WorkloadIdentity;
  readonly props: WorkloadProps;
  /** Annotations of the workload object. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAccountName: string;
  readonly podPlan: PodPlan;
}

/** The metadata of the workload object. */
export function workloadMetadata({ identity, annotations }: ResolvedWorkload): ObjectMeta {
  const { name, labels } = identity;
  return { name, labels, ...(Object.keys(annotations).length > 0 && { annotations }) };
}

/** What a construct adds to the pod of its user. */
export interface PodExtras {
  readonly ports?: readonly NamedPort[];
  readonly volumes?: readonly Volume[];
  readonly readOnlyVolumes?: ReadOnlyVolumes;
  readonly claims?: readonly string[];
  readonly mounts?: readonly OwnMount[];
  readonly fields?: Partial<PodSpec>;
  /** Where the privilege of the main container is written. */
  readonly privilegeProp?: 'host';
  /** Whether the pods should be on different nodes. */
  readonly spread?: Spread;
}

/** The labels that select the pods of a workload. */
export function selectorOf(name: string, component: Component): WorkloadIdentity['selector'] {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': component };
}

export function identify(construct: IConstruct, component: Component, props: WorkloadProps): WorkloadIdentity {
  const name = props.name ?? construct.node.id;
  const selector = selectorOf(name, component);
  const { namespace } = Chart.of(construct);
  return { name, namespace, selector, labels: { ...props.labels, ...selector } };
}

export function resolveWorkload(
  construct: IConstruct,
  component: Component,
  props: WorkloadProps,
  extras: PodExtras = {},
): ResolvedWorkload {
  const identity = identify(construct, component, props);
  const { config, serviceAccount, permissions } = props;
  const serviceAccountName = isReference(serviceAccount) ? nameOf(serviceAccount) : identity.name;
  const podPlan: PodPlan = {
    containerName: props.containerName ?? identity.name.replace(/\./g, '-'),
    main: props,
    privilegeProp: extras.privilegeProp ?? 'privilege',
    ports: extras.ports ?? [],
    pod: props,
    labels: { ...Chart.of(construct).labels, ...props.labels, ...props.podLabels, ...identity.selector },
    annotations: { ...(config && configChecksum(config)), ...props.podAnnotations },
    serviceAccountName,
    automountServiceAccountToken: props.automountServiceAccountToken ?? permissions !== undefined,
    volumes: [...(config ? [configVolume(identity.name, config)] : []), ...(extras.volumes ?? [])],
    readOnlyVolumes: extras.readOnlyVolumes ?? new Map(),
    claims: extras.claims ?? [],
    mounts: [...(config ? configMounts(config) : []), ...(extras.mounts ?? [])],
    fields: extras.fields ?? {},
    selector: identity.selector,
    spread: extras.spread ?? false,
  };
  const annotations = { ...privilegeAnnotations(podPlan), ...props.annotations };
  return { identity, props, annotations, serviceAccountName, podPlan };
}

/**
 * @param kinds of the objects that have the workload's name: it must obey the rules of each
 * @param pod where the props of the pod are, when not beside the name
 */
export function checkWorkload(
  problems: Problems,
  kinds: readonly string[],
  { identity, props, podPlan }: ResolvedWorkload,
  pod: Problems = problems,
): void {
  problems.check(nameProp(props), identity.name, (name) => missingValueProblem(name) ?? nameProblem(kinds, name));
  pod.check('containerName', props.containerName, dnsLabelProblem);
  const ofKey = (key: string): string | undefined => ownLabelProblem(key, identity);
  checkLabels(problems, 'labels', props.labels, ofKey);
  checkLabels(pod, 'podLabels', props.podLabels, ofKey);
  for (const list of ['annotations', 'podAnnotations'] as const) {
    for (const key of Object.keys(props[list] ?? {})) pod.check(list, key, annotationKeyProblem);
  }
  const { serviceAccount, permissions } = props;
  if (isReference(serviceAccount)) checkReference(pod, 'serviceAccount', serviceAccount, 'ServiceAccount');
  if (permissions?.cluster !== undefined && identity.namespace === undefined) {
    const problem = 'need a namespace, because the ClusterRoleBinding names it: give the chart one';
    pod.add('permissions.cluster', undefined, problem);
  }
  if (permissions) checkPermissions(pod.at('permissions'), permissions);
  checkConfigFiles(pod, props.config);
  checkPod(pod, podPlan);
}

/** The prop that says how a workload is called. */
export function nameProp(props: WorkloadProps): 'id' | 'name' {
  return props.name === undefined ? 'id' : 'name';
}

function nameProblem(kinds: readonly string[], name: string): string | undefined {
  for (const kind of kinds) {
    const problem = objectNameProblem(kind, name);
    if (problem !== undefined) return problem;
  }
  if (name.length <= 63) return undefined;
  return `has ${name.length} characters; it is a label of its pods, and a label value holds 63: shorten it`;
}

function ownLabelProblem(key: string, { selector }: WorkloadIdentity): string | undefined {
  if (!Object.hasOwn(selector, key)) return labelKeyProblem(key);
  return 'is set by the construct, because selectors use it: take another label';
}

/** Whether the ServiceAccount exists, so that none is made. */
export function isReference(serviceAccount: WorkloadProps['serviceAccount']): serviceAccount is NameOf {
  return typeof serviceAccount === 'string' || serviceAccount?.name !== undefined;
}
