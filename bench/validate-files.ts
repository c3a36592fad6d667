import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toYaml } from '../src/manifest/yaml';
import { goTool } from './go-tool';
import { writeKubeconformSchemas } from './kubeconform-schemas';
import { inTurn, run } from './process';
import { pairNames, rawPair } from './programs/raw-pair';
import { atLeastTimes, atMostTimes, figure, type Row } from './row';

const DOCUMENTS = 20_000;
const FEWER = 2000;
const DOCUMENTS_IN_A_FILE = 100;

/** Whole processes: `cdk8s-workloads validate` against `kubeconform -strict` with local schemas, and against itself with fewer documents. */
export function validateFilesRows(): Row[] {
  const kubeconform = goTool('github.com/yannh/kubeconform/cmd/kubeconform');
  const folder = mkdtempSync(join(tmpdir(), 'bench-validate-'));
  const [many, few] = [join(folder, 'many'), join(folder, 'few')];
  try {
    writeManifests(many, DOCUMENTS);
    writeManifests(few, FEWER);
    const schemas = writeKubeconformSchemas(join(folder, 'schemas'));
    const runs = inTurn(5, {
      ours: () => validate(many, DOCUMENTS),
      theirs: () =>
        run(kubeconform, ['-strict', '-kubernetes-version', '1.35.0', '-schema-location', schemas, many]).wallMs,
      few: () => validate(few, FEWER),
    });
    const ours = figure(runs.ours, 'ms');
    return [
      atLeastTimes(
        '20,000 documents in 200 files, against `kubeconform -strict`',
        ours,
        figure(runs.theirs, 'ms'),
        1.5,
      ),
      atMostTimes('the same, against 2,000 documents in 20 files', ours, figure(runs.few, 'ms'), DOCUMENTS / FEWER),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function validate(folder: string, documents: number): number {
  const { stdout, wallMs } = run(process.execPath, [join(__dirname, '../dist/src/cli.js'), 'validate', folder]);
  if (!stdout.startsWith(`no issues in ${documents} documents`)) throw new Error(`validate found: ${stdout}`);
  return wallMs;
}

function writeManifests(folder: string, documents: number): void {
  mkdirSync(folder, { recursive: true });
  const manifests = pairNames(documents / 2).flatMap(({ name, team }) => rawPair(name, team));
  for (let at = 0; at < documents; at += DOCUMENTS_IN_A_FILE) {
    writeFileSync(join(folder, `${at}.yaml`), toYaml(manifests.slice(at, at + DOCUMENTS_IN_A_FILE)));
  }
}
