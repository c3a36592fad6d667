import type { Occurrence } from './occurrences';
import type { Path } from './path';

/** What is asked of the values of a definition. */
export interface Visitor {
  visit(value: object, at: Path): void;
  /** It is asked when one of these is among what the value consists of; without them, always. */
  readonly needs: readonly Occurrence[] | undefined;
}

/** What is asked of values whose structure is right. */
export interface Visitors {
  /** About the values of a definition: `Container`. The list may grow. */
  of(definition: string): readonly Visitor[];
  /** About the values of a field: `Container.image`, `Container.args[]`, `ObjectMeta.labels{}`. */
  ofField(name: string): readonly FieldVisitor[];
}

/** Is asked about the value of a field, a key or an index of what is at `parent`. */
export type FieldVisitor = (value: unknown, parent: Path, step: string | number) => void;
