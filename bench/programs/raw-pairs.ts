import { ApiObject, Chart } from 'cdk8s';
import { App } from '../../src/index';
import { pairNames, rawPair } from './raw-pair';

// node raw-pairs.js <pairs> <outdir> <validation>: pairs as raw ApiObjects, a chart for each team.
const [pairs, outdir, validation] = process.argv.slice(2);
const app = new App({ outdir, validation: validation === 'off' ? 'off' : 'error' });
const charts = new Map<string, Chart>();
for (const { name, team } of pairNames(Number(pairs))) {
  const chart = charts.get(team) ?? new Chart(app, team, { namespace: team });
  charts.set(team, chart);
  for (const [index, props] of rawPair(name, team).entries()) new ApiObject(chart, `${name}-${index}`, props);
}
app.synth();
