import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOutput } from '../../../src/synth/write-output';

test.each([
  ['short lines', 'é🎉\n'.repeat(400_000)],
  ['a last line without end', 'a\n'.repeat(600_000) + '🎉'.repeat(600_000)],
  ['one line', '🎉'.repeat(1_200_000)],
])('writeOutput() writes a text of some megabytes as it is: %s', (_, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'write-output-test-'));
  writeOutput(folder, { folders: ['empty'], files: [{ path: 'large.yaml', text }] });
  expect(readFileSync(join(folder, 'large.yaml'), 'utf8') === text).toBe(true);
  rmSync(folder, { recursive: true });
});
