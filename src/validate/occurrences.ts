/** When a definition or a field was last met. */
export interface Occurrence {
  last: number;
}

/**
 * What the values that are walked through consist of: with it, a rule about probes is not asked where there are none.
 *
 * Time goes on with each map, object and app that begins, so that what was met since then is what it contains.
 */
export class Occurrences {
  #now = 0;
  readonly #byName = new Map<string, Occurrence>();

  /** Of a definition, `Probe`, or of a field, `Container.env`. It is the same one for each who asks. */
  of(name: string): Occurrence {
    let found = this.#byName.get(name);
    if (found === undefined) this.#byName.set(name, (found = { last: 0 }));
    return found;
  }

  /** Begins a map, an object or an app. Gives the time, for {@link isNeeded}. */
  begin(): number {
    return ++this.#now;
  }
}

/** Whether one of them was met since then, or none is asked for. */
export function isNeeded(needs: readonly Occurrence[] | undefined, since: number): boolean {
  if (needs === undefined) return true;
  for (const { last } of needs) if (last >= since) return true;
  return false;
}
