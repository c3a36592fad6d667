import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `Testing.app()` makes a folder for each app, and nobody removes it: all of a run are in one, which goes with it. */
export default function makeFolder(): void {
  process.env.TESTS_FOLDER ??= mkdtempSync(join(tmpdir(), 'cdk8s-workloads-tests-'));
  // Of these two, `os.tmpdir()` reads the one of the operating system.
  process.env.TMPDIR = process.env.TESTS_FOLDER;
  process.env.TEMP = process.env.TESTS_FOLDER;
}
