import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { customResourceRows } from './custom-resources';
import { helmRows } from './helm';
import { compilePrograms } from './process';
import type { Row } from './row';
import { synthRows } from './synth';
import { validateFilesRows } from './validate-files';
import { validationRows } from './validation';
import { databaseRows, startRows } from './workloads';

// `npm run bench` builds the package, runs everything below (about four minutes) and writes bench/results.md. Every measurement is
// a process of its own, so that none finds a warm heap.
const SECTIONS: readonly { readonly title: string; readonly note: string; readonly measure: () => readonly Row[] }[] = [
  {
    title: 'App.synth() against cdk8s',
    note:
      'Time of `app.synth()` alone: the constructs are made before. A pair is a StatefulSet and a headless Service, 1.5 KB of YAML, as raw ' +
      "`ApiObject`s unless it says otherwise. Ours and cdk8s's run in turn.",
    measure: synthRows,
  },
  {
    title: 'Whole process against helm',
    note: 'From start to exit. The helm chart has one template that goes over a list of values; both outputs were parsed and are equal.',
    measure: helmRows,
  },
  {
    title: 'Workloads',
    note: 'Making the constructs and `app.synth()`, with the import of the package left out.',
    measure: databaseRows,
  },
  {
    title: 'Custom resources',
    note:
      'To define ManagedRedis is to load `cdk8s-workloads/redis`, with zod and `customResource` loaded before: its schemas are made for the first object, or ' +
      'the definition. The first time, V8 compiles each function that is used. `customResource()` alone is of a resource as an author would define it, ' +
      'with its checks; those of ManagedRedis are done in our tests. For objects, making them and ' +
      '`app.synth()`; each ManagedRedis is checked by its schema, and both become the same files.',
    measure: customResourceRows,
  },
  {
    title: 'Validation',
    note:
      'Objects in memory are those of StatefulDatabases, ten to each. With and without: the same app, from start to exit; raw `ApiObject`s cost ' +
      'a synth so little that their validation weighs most. The other benchmarks leave validation out, because what they are compared with does none.',
    measure: validationRows,
  },
  {
    title: 'Validating files',
    note:
      'From start to exit, with YAML files of 100 documents, the pairs of above. kubeconform has schemas of all built-in kinds on the disk, made ' +
      'of the same OpenAPI document, standalone and strict; both use all processors.',
    measure: validateFilesRows,
  },
  {
    title: 'Start against cdk8s-plus-28',
    note: 'From start to exit, compiled. The other app makes a Deployment and a Service, ours three objects more.',
    measure: startRows,
  },
];

// `npm run bench -- validation` runs the sections with this word in their titles, and prints only.
const [wanted = ''] = process.argv.slice(2);
const isWhole = wanted === '';

compilePrograms();
const chosen = SECTIONS.filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()));
const sections = chosen.map(({ title, note, measure }) => {
  const text = `## ${title}\n\n${note}\n\n${table(measure())}`;
  console.log(`\n${text}`);
  return text;
});
if (isWhole) writeFileSync(join(__dirname, 'results.md'), `# Benchmarks\n\n${machine()}\n\n${sections.join('\n')}`);

function table(rows: readonly Row[]): string {
  const head = '| what | ours | other | figure | goal | holds |\n|---|---|---|--:|--:|---|\n';
  const holds = (row: Row) => (row.holds === undefined ? '' : row.holds ? 'yes' : '**no**');
  return (
    head + rows.map((r) => `| ${r.what} | ${r.ours} | ${r.other} | ${r.figure} | ${r.goal} | ${holds(r)} |\n`).join('')
  );
}

function machine(): string {
  const versions = ['cdk8s', 'constructs', 'cdk8s-plus-28', 'zod']
    .map((name) => `${name} ${versionOf(name)}`)
    .join(', ');
  const processors = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${processors}, Node.js ${process.version}, ${versions}. Written by \`npm run bench\`; medians, range in brackets.`;
}

function versionOf(name: string): string {
  const text = readFileSync(join(__dirname, '../node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
