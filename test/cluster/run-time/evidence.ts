import type { ContainerStatus, Kinds, Pod } from '../../../imports/kubernetes/types';
import { belongs, eventsOf, podsOf, type View } from './view';

/** Whether it shows in the cluster, by now, that something fails, or that it works. */
export type Evidence = (view: View, name: string) => boolean | Promise<boolean>;

/** A container of its pods waits for this reason. */
export function waits(...reasons: readonly string[]): Evidence {
  return (view, name) => statuses(view, name).some(({ state }) => reasons.includes(state?.waiting?.reason ?? ''));
}

/** A container of its pods has ended so, once at least. */
export function ends(how: { readonly reason?: string; readonly exitCode?: number }): Evidence {
  return (view, name) =>
    statuses(view, name).some(({ state, lastState }) =>
      [state?.terminated, lastState?.terminated].some(
        (end) =>
          end !== undefined &&
          (how.reason === undefined || end.reason === how.reason) &&
          (how.exitCode === undefined || end.exitCode === how.exitCode),
      ),
    );
}

/** The program of its pod ends with an error. */
export const crashes: Evidence = (view, name) =>
  statuses(view, name).some(({ state, lastState }) => (state?.terminated ?? lastState?.terminated)?.reason === 'Error');

/** An event of this reason, with these words. */
export function says(reason: string, words = /^/): Evidence {
  return (view, name) =>
    eventsOf(view, name).some((event) => event.reason === reason && words.test(event.message ?? ''));
}

/** No node takes one of its pods, for this reason. */
export function isNotScheduled(words = /^/): Evidence {
  return (view, name) =>
    podsOf(view, name).some(({ status }) =>
      status?.conditions?.some(
        ({ type, reason, message = '' }) =>
          type === 'PodScheduled' && reason === 'Unschedulable' && words.test(message),
      ),
    );
}

/** All of its pods are ready, or have succeeded. */
export const isReady = (view: View, name: string): boolean => {
  const pods = podsOf(view, name);
  return pods.length > 0 && pods.every(isPodReady);
};

/** One of its pods is, at least: of those on all nodes, others may wait for what the mistakes beside them do to a node. */
export const isReadySomewhere = (view: View, name: string): boolean => podsOf(view, name).some(isPodReady);

function isPodReady({ status }: Pod): boolean {
  if (status?.phase === 'Succeeded') return true;
  return status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true;
}

/** One of its objects of a kind has a condition, which is so for this reason. */
export function has(kind: keyof Kinds, type: string, status: string, reason = /^/): Evidence {
  return (view, name) =>
    view.all(kind).some((object) => {
      // Kinds without conditions have none.
      const { metadata, status: state } = object as WithConditions;
      return (
        belongs(metadata.name, name) &&
        state?.conditions?.some(
          (each) => each.type === type && each.status === status && reason.test(each.reason ?? ''),
        )
      );
    });
}

interface WithConditions {
  readonly metadata: { readonly name: string };
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly reason?: string }[];
  };
}

/** Its CronJob, which is for every minute, is older than that and has started nothing. */
export const neverStarts: Evidence = (view, name) => {
  const job = view.all('batch/v1/CronJob').find(({ metadata }) => metadata?.name === name);
  return isSome(job?.metadata?.creationTimestamp, 75) && job?.status?.lastScheduleTime === undefined;
};

/** Its DaemonSet has been there for some seconds, and its controller has done nothing about it. */
export const isIgnored: Evidence = (view, name) => {
  const set = view.all('apps/v1/DaemonSet').find(({ metadata }) => belongs(metadata?.name ?? '', name));
  return isSome(set?.metadata?.creationTimestamp, 30) && podsOf(view, name).length === 0;
};

/** Its pods are on so many nodes. */
export function isOnNodes(count: number): Evidence {
  return (view, name) => new Set(podsOf(view, name).map(({ spec }) => spec?.nodeName)).size === count;
}

/** All its pods have been ready for some seconds: what is to follow from that has followed. */
export const isSettled: Evidence = (view, name) =>
  isReady(view, name) &&
  podsOf(view, name).every(({ status }) =>
    isSome(status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime),
  );

function isSome(time: string | undefined, seconds = 5): boolean {
  return time !== undefined && Date.now() - Date.parse(time) > seconds * 1000;
}

/** A container of its pods was killed, and started again. */
export const isKilled: Evidence = both(says('Killing', /failed liveness probe/), (view, name) =>
  statuses(view, name).some(({ restartCount }) => restartCount > 0),
);

/** Its pods have run for as long as it takes, and none was started again. */
export function stays(seconds: number): Evidence {
  return (view, name) =>
    isReady(view, name) &&
    statuses(view, name).every(
      ({ restartCount, state }) => restartCount === 0 && isSome(state?.running?.startedAt, seconds),
    );
}

/** A container of it runs for so many seconds, and is not ready yet. */
export function isNotReadyAfter(seconds: number): Evidence {
  return (view, name) =>
    statuses(view, name).some(({ ready, state }) => !ready && isSome(state?.running?.startedAt, seconds));
}

/** What shows in its pods that are called `<name>-<suffix>`. */
export function of(suffix: string, evidence: Evidence): Evidence {
  return (view, name) => evidence(view, `${name}-${suffix}`);
}

/** All of it. */
export function both(...evidence: readonly Evidence[]): Evidence {
  return async (view, name) => (await Promise.all(evidence.map(async (each) => each(view, name)))).every(Boolean);
}

/** One of it. */
export function either(...evidence: readonly Evidence[]): Evidence {
  return async (view, name) => (await Promise.all(evidence.map(async (each) => each(view, name)))).some(Boolean);
}

function statuses(view: View, name: string): readonly ContainerStatus[] {
  return podsOf(view, name).flatMap(({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ]);
}
