/** What this engine cannot do, though the API server can. The rule is not evaluated, and its object not refused. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  readonly code = 'UNSUPPORTED';
}
