import type { AnyObject } from './any-object';
import type { Found } from './found';
import type { Path } from './path';
import type { Refer, Reference } from './reference';
import type { AnyRule, Context, Report } from './rule';
import type { Reader } from './rule-book';
import type { Findings } from './structural-mistakes';
import { STRUCTURE_CODES, type StructureCodeName } from './structure-codes';

/** How far a validation is: which object it looks at, and what it has found. */
export class Progress implements Findings, Reader {
  found: Found[] = [];
  broken = 0;
  /** Which of the objects it is. */
  index = 0;
  context: Context;
  /** What the object names; undefined until it names something. */
  references: Reference[] | undefined;

  constructor(private readonly kubernetes: string) {
    this.context = { object: NO_OBJECT, kubernetes };
  }

  /** Runs a validation from its beginning. Whoever gives the manifests one by one may validate others in between. */
  anew<T>(validation: () => T): T {
    const { found, index, context, references } = this;
    try {
      this.found = [];
      this.index = 0;
      return validation();
    } finally {
      Object.assign(this, { found, index, context, references });
    }
  }

  begin(object: AnyObject): void {
    this.context = { object, kubernetes: this.kubernetes };
    this.references = undefined;
  }

  add(code: StructureCodeName, at: Path, message: string, fix?: string): void {
    if (!STILL_READABLE.has(code)) this.broken++;
    this.found.push({ index: this.index, severity: STRUCTURE_CODES[code].severity, code, at, message, fix });
  }

  reportOf({ code, severity }: AnyRule): Report {
    return (at, message, fix) => this.found.push({ index: this.index, severity, code, at, message, fix });
  }

  readonly refer: Refer = (at, field, name, target, data) => {
    if (name !== undefined && name !== '') (this.references ??= []).push({ at, field, target, name, data });
  };
}

/** Codes with which the rest of an object can be believed. */
const STILL_READABLE: ReadonlySet<StructureCodeName> = new Set(['duplicate-item', 'duplicate-list-key', 'not-checked']);

const NO_OBJECT: AnyObject = { apiVersion: '', kind: '' };
