/** What a thread that reads is given, and for each file gives back: its index, and its documents as JSON. */
export interface WorkerTask {
  readonly paths: readonly string[];
  /** The index of the next file that nobody reads, shared by all threads. */
  readonly turn: Int32Array<SharedArrayBuffer>;
}

export interface WorkerResult {
  readonly index: number;
  readonly documents: string;
}

/** Does the next of the items that nobody has taken, until none is left. */
export function takeTurns<T>(
  turn: WorkerTask['turn'],
  items: readonly T[],
  act: (item: T, index: number) => void,
): void {
  for (let index = Atomics.add(turn, 0, 1); index < items.length; index = Atomics.add(turn, 0, 1)) {
    act(items[index] as T, index); // It is there: the index is below the length.
  }
}
