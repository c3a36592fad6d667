import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { issueTable } from '../../src/validate/issue-table';
import { builtInSchema } from '../../src/validate/schema';
import { validate } from '../../src/validate/validate';
import { goldenFiles } from '../golden/golden-files';
import { forEach } from './api-client';
import { serverOf, type Verdict } from './differential/ask';
import { whyExcluded } from './differential/excluded';
import type { Manifest } from './differential/seeds';
import { prepare } from './differential/verdicts';
import { plusManifests } from './plus-app';

// Manifests that others wrote: those in Kubernetes' own source, which the test cluster is built from. They are the examples of its
// documentation, the addons, what its end-to-end tests apply, and the pods on which Pod Security is tested. Then what cdk8s-plus-28
// makes, and our own golden files.
const MODULES = ['k8s.io/kubernetes', 'k8s.io/kubectl', 'k8s.io/pod-security-admission', 'k8s.io/kube-aggregator'];

const table = builtInSchema();
const server = serverOf(table);

interface Document {
  readonly file: string;
  readonly manifest: Manifest;
}

const theirs = MODULES.flatMap((module) => {
  const folder = execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', module], {
    cwd: join(__dirname, '../../../shared/kube'),
    encoding: 'utf8',
  }).trim();
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(yaml|yml|json)$/.test(file))
    .flatMap((file) => documentsIn(join(folder, file)).map((manifest): Document => ({ file, manifest })));
});

const documents = [
  ...theirs,
  ...plusManifests()
    .flatMap(manifestsIn)
    .map((manifest): Document => ({ file: 'cdk8s-plus-28', manifest })),
  ...goldenFiles().flatMap(({ path: file }) => documentsIn(file).map((manifest): Document => ({ file, manifest }))),
];

/** None when the file is a template, or about something else. */
function documentsIn(file: string): readonly Manifest[] {
  try {
    return loadAll(readFileSync(file, 'utf8')).flatMap(manifestsIn);
  } catch {
    return [];
  }
}

function manifestsIn(document: unknown): readonly Manifest[] {
  if (typeof document !== 'object' || document === null) return [];
  const { apiVersion, kind, items, metadata } = document as Manifest & { readonly items?: unknown };
  if (kind === 'List' && Array.isArray(items)) return items.flatMap(manifestsIn);
  if (!Object.hasOwn(table.kinds, `${String(apiVersion)}/${String(kind)}`)) return [];
  // Its namespace is not in the cluster: it goes into that of the test.
  const { namespace: _, ...rest } = (metadata ?? {}) as { readonly namespace?: unknown };
  return [{ ...(document as Manifest), ...(metadata !== undefined && { metadata: rest }) }];
}

beforeAll(() => prepare(server));

test('there are thousands of manifests', () => expect(documents.length).toBeGreaterThan(3000));

test('validate() calls nothing an error that the server takes, and finds what it refuses', async () => {
  const judged = await forEach(documents, async ({ file, manifest }) => {
    const verdict = await server.create(manifest, '');
    const issues = validate([manifest]).filter(({ severity }) => severity === 'error');
    return { file, verdict, issues, excluded: whyExcluded(manifest, verdict) };
  });
  const counted = judged.filter(({ excluded }) => excluded === undefined);
  const alarms = counted.filter(({ verdict, issues }) => verdict.accepted && issues.length > 0);
  const missed = counted.filter(({ verdict, issues }) => !verdict.accepted && issues.length === 0);
  process.stdout.write(
    `corpus: ${judged.length} manifests, ${counted.length} count: ` +
      `${counted.filter(({ verdict }) => verdict.accepted).length} accepted, ${alarms.length} of them called errors; ` +
      `${counted.filter(({ verdict }) => !verdict.accepted).length} refused, ${missed.length} of them missed\n`,
  );
  const whys = judged.flatMap(({ excluded }) => excluded ?? []);
  for (const why of new Set(whys))
    process.stdout.write(`${whys.filter((each) => each === why).length} left out: ${why}\n`);
  expect(alarms.map(({ file, issues }) => `${file}\n${issueTable(issues)}`)).toEqual([]);
  expect(missed.map(({ file, verdict }) => `${file}: ${textOf(verdict)}`)).toEqual([]);
});

function textOf({ message = '' }: Verdict): string {
  return message.slice(0, 300);
}
