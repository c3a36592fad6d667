import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { App, type Manifest } from 'cdk8s-workloads';
import { Construct, type IConstruct } from 'constructs';
import { parse } from 'yaml';
import { toYaml } from '../../src/manifest/yaml';
import { batchJob } from './batch-job.cases';
import type { GoldenCases } from './golden-cases';
import { GOLDEN, goldenFiles } from './golden-files';
import { kubernetesObject } from './kubernetes-object.cases';
import { managedRedis } from './managed-redis.cases';
import { nodeAgent } from './node-agent.cases';
import { scheduledJob } from './scheduled-job.cases';
import { statefulDatabase } from './stateful-database.cases';
import { user } from './user.cases';
import { webPinger } from './web-pinger.cases';
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
  'managed-redis': managedRedis,
  user,
  'web-pinger': webPinger,
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
  const shown = [build(new Chart(app, 'test', { namespace: 'shop' }))].flat();
  const constructs = shown.filter(isConstruct);
  if (constructs.length === 0) return toYaml(shown);
  const keys = new Set(constructs.flatMap(objectsOf).map(keyOf));
  const documents = app.synthYaml().split(/^---\n/m);
  return documents.filter((document) => keys.has(keyOf(parse(document) as Keyed))).join('---\n');
}

function isConstruct(shown: IConstruct | Manifest): shown is IConstruct {
  return Construct.isConstruct(shown);
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
