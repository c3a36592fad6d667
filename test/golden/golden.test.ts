import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { App } from 'cdk8s-workloads';
import type { IConstruct } from 'constructs';
import { parse } from 'yaml';
import { batchJob } from './batch-job.cases';
import type { GoldenCases } from './golden-cases';
import { GOLDEN, goldenFiles } from './golden-files';
import { kubernetesObject } from './kubernetes-object.cases';
import { nodeAgent } from './node-agent.cases';
import { scheduledJob } from './scheduled-job.cases';
import { statefulDatabase } from './stateful-database.cases';
import { webService } from './web-service.cases';

// UPDATE_GOLDEN=1 npx jest golden writes the files anew. Read what changed before you commit it.
const UPDATE = process.env.UPDATE_GOLDEN === '1';
const MAX_LINES = 150;

const CASES: Readonly<Record<string, GoldenCases>> = {
  'stateful-database': statefulDatabase,
  'node-agent': nodeAgent,
  'batch-job': batchJob,
  'scheduled-job': scheduledJob,
  'web-service': webService,
  'kubernetes-object': kubernetesObject,
};

const all = Object.entries(CASES).flatMap(([construct, cases]) =>
  Object.entries(cases).map(([shows, build]) => ({ construct, shows, build })),
);

test.each(all)('$construct/$shows.yaml is what the case makes', ({ construct, shows, build }) => {
  const path = join(GOLDEN, construct, `${shows}.yaml`);
  const yaml = synthesized(build);
  if (UPDATE) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, yaml);
  }
  expect(yaml).toBe(readFileSync(path, 'utf8'));
});

test('every golden file has its case', () => {
  const stray = goldenFiles().filter(({ construct, shows }) => CASES[construct]?.[shows] === undefined);
  if (UPDATE) for (const { path } of stray) rmSync(path);
  else expect(stray.map(({ path }) => path)).toEqual([]);
});

test('every golden file can be read at one go', () => {
  const long = goldenFiles().filter(({ path }) => readFileSync(path, 'utf8').trimEnd().split('\n').length > MAX_LINES);
  expect(long.map(({ path }) => path)).toEqual([]);
});

/** The part of the app's YAML that the case shows. */
function synthesized(build: GoldenCases[string]): string {
  const app = new App();
  const shown = build(new Chart(app, 'test', { namespace: 'shop' }));
  const keys = new Set([shown].flat().flatMap(objectsOf).map(keyOf));
  const documents = app.synthYaml().split(/^---\n/m);
  return documents.filter((document) => keys.has(keyOf(parse(document) as Keyed))).join('---\n');
}

interface Keyed {
  readonly kind: string;
  readonly metadata: { readonly name?: string | undefined };
}

function objectsOf(construct: IConstruct): readonly ApiObject[] {
  return construct.node.findAll().filter((each) => ApiObject.isApiObject(each));
}

function keyOf({ kind, metadata }: Keyed): string {
  return `${kind}/${metadata.name ?? ''}`;
}
