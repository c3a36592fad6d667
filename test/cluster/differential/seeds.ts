import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Schema } from '../../../src/validate/schema';

/** A valid manifest that mutants are made from. */
export interface Seed {
  /** The file and the number of the document in it: `pod.yaml#2`. */
  readonly name: string;
  /** As the table calls it: `apps/v1/Deployment`. */
  readonly kind: string;
  readonly manifest: Manifest;
}

export type Manifest = Record<string, unknown>;

const FOLDER = join(__dirname, 'seeds');

/** All seeds, in the order of their files. @throws when a seed has a kind that the table does not know */
export function readSeeds(table: Schema): readonly Seed[] {
  const files = readdirSync(FOLDER).sort();
  return files.flatMap((file) =>
    loadAll(readFileSync(join(FOLDER, file), 'utf8')).map((document, index) => {
      const manifest = document as Manifest; // Whatever else it is, the next line sees.
      const kind = `${String(manifest['apiVersion'])}/${String(manifest['kind'])}`;
      const name = `${file}#${index + 1}`;
      if (!Object.hasOwn(table.kinds, kind)) throw new Error(`${name}: "${kind}" is no kind of the table`);
      return { name, kind, manifest };
    }),
  );
}

/** Tells whether something is an object of a kind that the table has. */
export function knownKind(table: Schema): (manifest: unknown) => manifest is Manifest {
  return (manifest): manifest is Manifest => {
    if (typeof manifest !== 'object' || manifest === null) return false;
    const { apiVersion, kind } = manifest as Manifest;
    return Object.hasOwn(table.kinds, `${String(apiVersion)}/${String(kind)}`);
  };
}
