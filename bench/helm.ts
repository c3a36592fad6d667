import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { loadAll } from 'js-yaml';
import { toYaml } from '../src/manifest/yaml';
import { goTool } from './go-tool';
import { inTurn, run, runProgram } from './process';
import { pairNames, rawPair } from './programs/raw-pair';
import { atLeastTimes, figure, type Row } from './row';

const PAIRS = 10_000;
const CHARTS = 1000;

/** Whole processes: `helm template`, against a Node.js that loads the package, makes the constructs and writes the files. */
export function helmRows(): Row[] {
  const helm = goTool('helm.sh/helm/v4/cmd/helm');
  const folder = mkdtempSync(join(tmpdir(), 'bench-helm-'));
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'helm.yaml')];
  try {
    writeHelmChart(join(folder, 'chart'));
    const runs = inTurn(5, {
      ours: () => runProgram('synth', ['ours', 'raw', PAIRS, CHARTS, ours]).wallMs,
      helm: () => run(helm, ['template', 'bench', join(folder, 'chart')], theirs).wallMs,
    });
    const texts = readdirSync(ours).map((name) => readFileSync(join(ours, name), 'utf8'));
    if (!isDeepStrictEqual(objectsIn(texts), objectsIn([readFileSync(theirs, 'utf8')]))) {
      throw new Error('helm template and App.synth() made different objects');
    }
    return [
      atLeastTimes(
        '10,000 pairs, the whole process, against `helm template`',
        figure(runs.ours, 'ms'),
        figure(runs.helm, 'ms'),
        1.8,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One template that goes over a list of values. A template a chart takes helm as long; so does counting in place of the list. */
function writeHelmChart(folder: string): void {
  const template = `{{- range .Values.databases }}\n---\n${toYaml(rawPair('{{ .name }}', '{{ .team }}'))}{{- end }}\n`;
  mkdirSync(join(folder, 'templates'), { recursive: true });
  writeFileSync(join(folder, 'Chart.yaml'), toYaml([{ apiVersion: 'v2', name: 'bench', version: '0.1.0' }]));
  writeFileSync(join(folder, 'values.yaml'), toYaml([{ databases: pairNames(PAIRS) }]));
  writeFileSync(join(folder, 'templates/databases.yaml'), template);
}

/** The objects of some YAML, by kind and name. */
function objectsIn(texts: readonly string[]): Map<string, unknown> {
  const objects = texts.flatMap(
    (text) => loadAll(text) as { readonly kind: string; readonly metadata: { readonly name: string } }[],
  );
  return new Map(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
}
