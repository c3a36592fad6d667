import type { Event, Kinds } from '../../../imports/kubernetes/types';
import { kubectl } from '../cluster';

/** What is in one namespace at the moment, and what can be asked of it. */
export interface View {
  readonly namespace: string;
  /** The objects of a kind, of those in {@link WATCHED}. */
  all<K extends keyof Kinds>(kind: K): readonly Kinds[K][];
  /** kubectl in the namespace. */
  readonly ask: (...args: readonly string[]) => Promise<string>;
}

const WATCHED = [
  ...['pods', 'events', 'endpointslices', 'services', 'persistentvolumeclaims', 'deployments', 'daemonsets'],
  ...['statefulsets', 'jobs', 'cronjobs', 'horizontalpodautoscalers', 'poddisruptionbudgets'],
].join(',');

/** Looks at a namespace at most once a second, however many ask. */
export function viewer(namespace: string): () => Promise<View> {
  let last: { readonly at: number; readonly view: Promise<View> } | undefined;
  return () => {
    if (last === undefined || Date.now() - last.at > 1000) last = { at: Date.now(), view: look(namespace) };
    return last.view;
  };
}

async function look(namespace: string): Promise<View> {
  const ask = (...args: readonly string[]): Promise<string> => kubectl(['--namespace', namespace, ...args]);
  const { items } = JSON.parse(await ask('get', WATCHED, '--output=json')) as { items: readonly AnyItem[] };
  return {
    namespace,
    all: <K extends keyof Kinds>(kind: K) =>
      // What the server says is of the kind has its type.
      items.filter((item) => `${item.apiVersion}/${item.kind}` === kind) as unknown as readonly Kinds[K][],
    ask,
  };
}

interface AnyItem {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The pods of a mistake. */
export function podsOf(view: View, app: string): readonly Kinds['v1/Pod'][] {
  return view.all('v1/Pod').filter(({ metadata }) => metadata?.labels?.['app'] === app);
}

/** What was said about a mistake's objects. */
export function eventsOf(view: View, name: string): readonly Event[] {
  return view.all('v1/Event').filter(({ involvedObject }) => belongs(involvedObject.name ?? '', name));
}

/** Whether an object is a mistake's: it is called like it, or like it and something more. */
export function belongs(object: string, name: string): boolean {
  return object === name || object.startsWith(`${name}-`) || object.startsWith(`${name}.`);
}
