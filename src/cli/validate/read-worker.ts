// A thread that reads files beside the main one: see read-files.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file';
import { takeTurns, type WorkerTask } from './take-turns';

const { paths, turn } = workerData as WorkerTask;

takeTurns(turn, paths, (path, index) => {
  // JSON is the cheapest way between threads: copying the objects takes several times as long.
  parentPort?.postMessage({ index, documents: JSON.stringify(readFile(path)) });
});
