import type { ObjectKey } from '../manifest/object-key';
import type { RuleCode } from './rule-codes';

/** How bad an issue is: the API server refuses an object with an error; it takes one with a warning, which will hurt later. */
export type Severity = 'error' | 'warning';

/** One mistake in one object. */
export interface Issue {
  readonly severity: Severity;
  /** The rule that found it, by which it can be switched off: `unknown-field`, `duplicate-port-name`. */
  readonly code: RuleCode;
  /** The object. Parts of its key that cannot be read are empty strings. */
  readonly object: ObjectKey;
  /** Where in the object: `spec.template.spec.containers[0].image`, `metadata.labels["a/b"]`, or the empty string for all of it. */
  readonly path: string;
  /** Continues the path: `is missing`, `"3" is a string`. */
  readonly message: string;
  /** The way out, as an instruction: `write 3 without quotes`. */
  readonly fix?: string;
  /** Where the object comes from: the path of a construct, or a file and a line. */
  readonly source?: string;
}
