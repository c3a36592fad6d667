import type { BASES } from './bases';
import type { Edits } from './edited';

/** A row: the base, what is changed of it, and the code of the error, if the server refuses it. Edits before hold after, too. */
export type Row = readonly [base: keyof typeof BASES, after: Edits, code?: string | undefined, before?: Edits];
