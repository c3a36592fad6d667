import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = mkdtempSync(join(tmpdir(), 'bench-'));
// Not after each run: where the disk discards what is deleted, making files just after that takes ten times as long.
process.on('exit', () => rmSync(root, { recursive: true, force: true }));

/** A new folder for what one run writes; all of them are thrown away in the end. */
export function outputFolder(): string {
  return mkdtempSync(join(root, 'out-'));
}
