import { App } from '../../src/index';
import type { ProgramRun } from '../process';
import { addDatabases } from './add-databases';

// node databases.js <databases> <outdir> <validation>: each has all the objects that a StatefulDatabase can have, ten to a chart.
const [databases, outdir = '', validation] = process.argv.slice(2);

const start = performance.now();
const app = new App({ outdir, validation: validation === 'off' ? 'off' : 'error' });
addDatabases(app, Number(databases));
const constructed = performance.now();
app.synth();
const run: Omit<ProgramRun, 'wallMs'> = {
  constructMs: constructed - start,
  synthMs: performance.now() - constructed,
  peakMiB: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(run));
