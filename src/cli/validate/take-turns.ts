import type { MessagePort } from 'node:worker_threads';

/** What a thread that reads is given, and for each file gives back: its index, and its documents as JSON. */
export interface WorkerTask {
  readonly paths: readonly string[];
  readonly shared: Int32Array<SharedArrayBuffer>;
  readonly port: MessagePort;
}

export interface WorkerResult {
  readonly index: number;
  readonly documents: string;
}

/** What the threads share: the index of the next file that nobody reads, and how many results were sent. */
export const SHARED_NUMBERS = 2;
const NEXT = 0;
const SENT = 1;

/** Takes the next file that nobody has taken; undefined when none is left. */
export function nextTurn(shared: WorkerTask['shared'], files: number): number | undefined {
  const index = Atomics.add(shared, NEXT, 1);
  return index < files ? index : undefined;
}

/** Tells the main thread that a result is there. */
export function announce(shared: WorkerTask['shared']): void {
  Atomics.add(shared, SENT, 1);
  Atomics.notify(shared, SENT);
}

/** How many results were sent until now, and the place where that can be waited on. */
export function arrivals(shared: WorkerTask['shared']): { readonly at: number; readonly count: number } {
  return { at: SENT, count: Atomics.load(shared, SENT) };
}
