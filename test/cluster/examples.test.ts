import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { kubectl } from './cluster';

const EXAMPLES = join(__dirname, '../../examples');

interface Manifest {
  readonly metadata: { readonly namespace?: string };
}

/** The manifests of an example, as `cdk8s synth` would write them. */
function synthesized(example: string): string {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  const tsx = require.resolve('tsx/cli');
  const { status, stderr } = spawnSync(
    process.execPath,
    [tsx, '--tsconfig', 'tsconfig.check.json', join(EXAMPLES, example, 'main.ts')],
    {
      env: { ...process.env, CDK8S_OUTDIR: outdir },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  const files = readdirSync(outdir).map((file) => readFileSync(join(outdir, file), 'utf8'));
  rmSync(outdir, { recursive: true });
  return files.join('\n---\n');
}

test.each(readdirSync(EXAMPLES).filter((name) => /^\d/.test(name)))(
  'the API server accepts every object of %s',
  async (example) => {
    const yaml = synthesized(example);
    const manifests = parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
    const namespaces = new Set(manifests.flatMap(({ metadata }) => metadata.namespace ?? []));
    for (const namespace of namespaces) await kubectl(['create', 'namespace', namespace]).catch(() => 'it is there');
    const accepted = await kubectl(
      ['apply', '--server-side', '--dry-run=server', '--validate=strict', '-f', '-'],
      yaml,
    );
    expect(accepted.trim().split('\n')).toHaveLength(manifests.length);
  },
);
