/** One thing for which the API server refuses a definition (`error`), or that it takes in silence though it cannot work (`warning`). */
export interface DefinitionProblem {
  readonly severity: 'error' | 'warning';
  /** From the top of the definition: `spec.versions[0].schema.openAPIV3Schema.properties["a.b"].type`. */
  readonly path: string;
  /** The fact and the way out, which continue the path: `has no type: write "string"`. */
  readonly phrase: string;
}

/** The API server refuses it. */
export function error(path: string, phrase: string): DefinitionProblem {
  return { severity: 'error', path, phrase };
}

/** The API server takes it, and it does not do what it seems to do. */
export function warning(path: string, phrase: string): DefinitionProblem {
  return { severity: 'warning', path, phrase };
}

/** What one of the functions of manifest/name.ts says, if anything. */
export function errorIf(path: string, phrase: string | undefined): readonly DefinitionProblem[] {
  return phrase === undefined ? [] : [error(path, phrase)];
}

/** Puts what one of the functions of manifest/name.ts says of `text` behind the text: `"A b" is not a DNS label: ...`. */
export function errorAbout(path: string, text: string, phrase: string | undefined): readonly DefinitionProblem[] {
  return errorIf(path, phrase && `${JSON.stringify(text)} ${phrase}`);
}
