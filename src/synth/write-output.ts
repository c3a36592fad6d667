import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from './output-files';

/** Makes the folders and writes the files of `output` below `folder`, which is made too. Other files stay. */
export function writeOutput(folder: string, output: Output): void {
  for (const inner of ['', ...output.folders]) mkdirSync(join(folder, inner), { recursive: true });
  for (const { path, text } of output.files) writeText(join(folder, path), text);
}

const PIECE = 2 ** 20;

function writeText(file: string, text: string): void {
  if (text.length <= PIECE) {
    writeFileSync(file, text);
    return;
  }
  // Node.js encodes what it writes in memory first: a large text goes in pieces of some lines.
  const descriptor = openSync(file, 'w');
  try {
    for (let start = 0, end; start < text.length; start = end) {
      const lineFeed = text.indexOf('\n', start + PIECE);
      end = lineFeed < 0 ? text.length : lineFeed + 1;
      writeFileSync(descriptor, text.slice(start, end));
    }
  } finally {
    closeSync(descriptor);
  }
}
