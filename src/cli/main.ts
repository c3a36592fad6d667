#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { run } from './run';

// Node.js 22.8 and later keep what they compiled for the next run, in the folder for temporary files. What follows is loaded by the commands.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

// Who reads may have read enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2), {
  isInteractive: process.stdin.isTTY,
  readInput,
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});

async function readInput(): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of process.stdin.setEncoding('utf8')) chunks.push(String(chunk));
  return chunks.join('');
}
