import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { App } from '../../src/index';
import type { ProgramRun } from '../process';
import { pairNames, rawPair } from './raw-pair';

// node synth.js <ours|cdk8s> <raw|plus> <pairs> <charts> <outdir>: without validation, which cdk8s does not do.
const [library, objects, pairs, charts, outdir = ''] = process.argv.slice(2);

async function main(): Promise<Omit<ProgramRun, 'wallMs'>> {
  const addPair = objects === 'plus' ? await plusPairs() : addRawPair;
  const start = performance.now();
  const app = library === 'ours' ? new App({ outdir, validation: 'off' }) : new Cdk8sApp({ outdir });
  const scopes = Array.from({ length: Number(charts) }, (_, i) => new Chart(app, `chart-${i}`));
  for (const [i, { name, team }] of pairNames(Number(pairs)).entries()) {
    const scope = scopes[i % scopes.length];
    if (scope) addPair(scope, name, team);
  }
  const constructed = performance.now();
  app.synth();
  return {
    constructMs: constructed - start,
    synthMs: performance.now() - constructed,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
}

/** Loads cdk8s-plus-28 only when it is measured: it takes 30 MiB. */
async function plusPairs(): Promise<(chart: Chart, name: string) => void> {
  const { addPlusPair } = await import('./plus-pair.js');
  return addPlusPair;
}

function addRawPair(chart: Chart, name: string, team: string): void {
  const [statefulSet, service] = rawPair(name, team);
  new ApiObject(chart, name, statefulSet);
  new ApiObject(chart, `${name}-service`, service);
}

void main().then((run) => process.stdout.write(JSON.stringify(run)));
