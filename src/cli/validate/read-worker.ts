// A thread that reads files ahead of the main one: see read-files.ts.
import { workerData } from 'node:worker_threads';
import { readFile } from './read-file';
import { announce, nextTurn, type WorkerTask } from './take-turns';

const { paths, shared, port } = workerData as WorkerTask;

for (let index = nextTurn(shared, paths.length); index !== undefined; index = nextTurn(shared, paths.length)) {
  // JSON is the cheapest way between threads: copying the objects takes several times as long.
  port.postMessage({ index, documents: JSON.stringify(readFile(paths[index] ?? '')) });
  announce(shared);
}
