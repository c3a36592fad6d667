import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { File } from './find-files';
import type { Document } from './read-documents';
import { readFile } from './read-file';
import { takeTurns, type WorkerResult, type WorkerTask } from './take-turns';

/**
 * The documents of files, in the order of the files. Many of them are read by several threads, one for each processor: reading takes
 * longer than validating.
 */
export async function readFiles(files: readonly File[]): Promise<readonly (readonly Document[])[]> {
  const paths = files.map(({ path }) => path);
  const results: (readonly Document[])[] = [];
  const turn = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const task: WorkerTask = { paths, turn };
  const workers = Array.from({ length: helpersFor(files) }, () =>
    finished(new Worker(WORKER, { workerData: task }), ({ index, documents }) => {
      results[index] = JSON.parse(documents) as readonly Document[]; // readFile() made it.
    }),
  );
  takeTurns(turn, paths, (path, index) => (results[index] = readFile(path)));
  await Promise.all(workers);
  return results;
}

/** Beside the bundle. Those who run the sources have none, and read in one thread. */
const WORKER = join(__dirname, 'read-worker.js');

// A thread takes as long to start as 2 MB take to read.
const BYTES_FOR_A_HELPER = 2_000_000;

function helpersFor(files: readonly File[]): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const useful = Math.min(files.length - 1, Math.floor(bytes / BYTES_FOR_A_HELPER), availableParallelism() - 1);
  return useful > 0 && existsSync(WORKER) ? useful : 0;
}

function finished(worker: Worker, onResult: (result: WorkerResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', onResult);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}
