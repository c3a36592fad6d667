import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { File } from './find-files';
import type { Document } from '../../yaml/read-documents';
import { readFile } from './read-file';
import { arrivals, nextTurn, SHARED_NUMBERS, type WorkerResult, type WorkerTask } from './take-turns';

/**
 * The documents of files, in the order of the files, each read when it is asked for. Many of them are read ahead by other threads, one for
 * each further processor, so that this one can use what is there already.
 */
export function* readFiles(files: readonly File[]): Generator<readonly Document[]> {
  const paths = files.map(({ path }) => path);
  const shared = new Int32Array(new SharedArrayBuffer(SHARED_NUMBERS * Int32Array.BYTES_PER_ELEMENT));
  const ports = Array.from({ length: helpersFor(files) }, () => startHelper(paths, shared));
  const read = new Map<number, readonly Document[]>();

  for (const [index, path] of paths.entries()) {
    while (!read.has(index)) {
      const seen = arrivals(shared);
      receive(ports, read);
      if (read.has(index)) break;
      const next = nextTurn(shared, paths.length);
      if (next !== undefined) read.set(next, readFile(paths[next] ?? path));
      // Another thread has this file. If it does not come, that thread is no more, and the file is read here.
      else if (Atomics.wait(shared, seen.at, seen.count, PATIENCE_MS) === 'timed-out') read.set(index, readFile(path));
    }
    yield read.get(index) ?? [];
    read.delete(index);
  }
  for (const port of ports) port.close();
}

const PATIENCE_MS = 2000;

/** Beside the bundle. Those who run the sources have none, and read in one thread. */
const WORKER = join(__dirname, 'read-worker.js');

// A thread takes as long to start as 2 MB take to read.
const BYTES_FOR_A_HELPER = 2_000_000;

function helpersFor(files: readonly File[]): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const useful = Math.min(files.length - 1, Math.floor(bytes / BYTES_FOR_A_HELPER), availableParallelism() - 1);
  return useful > 0 && existsSync(WORKER) ? useful : 0;
}

/** Gives the port at which its results arrive. */
function startHelper(paths: readonly string[], shared: WorkerTask['shared']): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const task: WorkerTask = { paths, shared, port: port2 };
  const worker = new Worker(WORKER, { workerData: task, transferList: [port2] });
  // What it was to read is read here.
  worker.on('error', () => undefined);
  worker.unref();
  return port1;
}

function receive(ports: readonly MessagePort[], read: Map<number, readonly Document[]>): void {
  for (const port of ports) {
    for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
      const { index, documents } = (got as { readonly message: WorkerResult }).message;
      read.set(index, JSON.parse(documents) as readonly Document[]); // readFile() made it.
    }
  }
}
