import { parseArgs } from 'node:util';
import { builtInSchema } from '../../../src/validate/schema';
import { serverOf } from './ask';
import { compare, isSamePlace, type Compared } from './compare';
import { everyMutantOf, mutantsOf, unchanged } from './mutate';
import { report } from './report';
import { readSeeds } from './seeds';
import { judge, kindsLike, prepare, replay, save, type Judged } from './verdicts';

// npx tsx test/cluster/differential/main.ts --kind StatefulSet --count 2000 --seed 1 --save FILE     asks the server
//   --seeds: the seeds as they are; --every: each simple change at each place, instead of --count random ones
// npx tsx test/cluster/differential/main.ts --replay FILE [--replay FILE] [--show 3] [--group-by path]  asks it no more
//   --only missed|false|elsewhere --match TEXT: what is shown; elsewhere is what was found, but not where the server finds it
const { values } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    save: { type: 'string' },
    replay: { type: 'string', multiple: true },
    'group-by': { type: 'string', default: 'message' },
    show: { type: 'string', default: '1' },
    groups: { type: 'string', default: '40' },
    only: { type: 'string' },
    match: { type: 'string' },
    seeds: { type: 'boolean' },
    every: { type: 'boolean' },
  },
});

const table = builtInSchema();

async function ask(): Promise<readonly Judged[]> {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
  const seeds = readSeeds(table);
  const kinds = values.kind?.flatMap((kind) => kindsLike(kind, table)) ?? [...new Set(seeds.map(({ kind }) => kind))];
  console.log(`--seed ${seed} --count ${values.count} of each of ${kinds.join(' ')}`);
  const mutants = kinds.flatMap((kind) => {
    if (values.seeds) return unchanged(seeds.filter((one) => one.kind === kind));
    return values.every ? everyMutantOf(kind, seeds, table) : mutantsOf(kind, Number(values.count), seed, seeds, table);
  });
  const server = serverOf(table);
  await prepare(server);
  const began = Date.now();
  const judged = await judge(mutants, server);
  console.log(`asked the server about ${judged.length} manifests in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  if (values.save !== undefined) save(values.save, judged);
  return judged;
}

function isShown(one: Compared): boolean {
  const { only, match } = values;
  if (only === 'missed' && one.outcome !== 'missed') return false;
  if (only === 'false' && one.outcome !== 'false error') return false;
  if ((only === 'elsewhere') !== (one.outcome === 'agreed: refused')) return false;
  if (only === 'elsewhere' && isSamePlace(one)) return false;
  return match === undefined || JSON.stringify([one.changes, one.verdict, one.errors]).includes(match);
}

async function main(): Promise<void> {
  const judged = values.replay?.flatMap(replay) ?? (await ask());
  const compared = judged.map(compare);
  const by = values['group-by'] === 'path' ? 'path' : 'message';
  const options = { by, show: Number(values.show), groups: Number(values.groups) } as const;
  console.log(report(compared, compared.filter(isShown), options));
}

void main();
