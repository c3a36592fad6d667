import { join } from 'node:path';
import { ApiObject, Names, YamlOutputType, type App } from 'cdk8s';
import { toYaml } from '../manifest/yaml';
import type { SynthesizedApp, SynthesizedChart } from './manifests-of';
import type { Manifest } from './to-manifest';

/** What is to be written for an app. All paths are relative to its output folder. */
export interface Output {
  /** Folders that are made even if nothing is in them. */
  readonly folders: readonly string[];
  /** In the order of writing: of two with one path, the later one stays. */
  readonly files: readonly OutputFile[];
}

export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** How an app is divided into files: the fields of the app itself. */
export type OutputOptions = Pick<App, 'yamlOutputType' | 'outputFileExtension'>;

/** Divides manifests into files and names them, as cdk8s does for the same options. */
export function outputFiles(app: SynthesizedApp, { yamlOutputType, outputFileExtension }: OutputOptions): Output {
  // cdk8s writes nothing for a type that it does not know.
  const { folders, files } = DIVISIONS[yamlOutputType]?.(app) ?? NOTHING;
  return {
    folders,
    files: Array.from(files, ([name, manifests]) => ({ path: name + outputFileExtension, text: toYaml(manifests) })),
  };
}

interface Division {
  readonly folders: readonly string[];
  readonly files: Iterable<readonly [name: string, manifests: Iterable<Manifest | undefined>]>;
}

const NOTHING: Division = { folders: [], files: [] };

const DIVISIONS: Readonly<Record<number, (app: SynthesizedApp) => Division>> = {
  [YamlOutputType.FILE_PER_APP]: ({ charts }) => ({
    folders: [],
    files: charts.length > 0 ? [['app', manifestsIn(charts)]] : [],
  }),

  [YamlOutputType.FILE_PER_CHART]: (app) => ({
    folders: [],
    files: app.charts.map((chart, index) => [chartName(app, chart, index), manifestsIn([chart])]),
  }),

  [YamlOutputType.FILE_PER_RESOURCE]: ({ charts }) => ({ folders: [], files: filePerManifest(charts) }),

  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE]: (app) => ({
    folders: app.charts.map((chart, index) => chartName(app, chart, index)),
    files: filePerObject(app),
  }),
};

function* manifestsIn(charts: readonly SynthesizedChart[]): Generator<Manifest | undefined> {
  for (const chart of charts) {
    for (const { manifest } of chart.manifests) yield manifest;
  }
}

function* filePerManifest(charts: readonly SynthesizedChart[]): Division['files'] {
  for (const manifest of manifestsIn(charts)) {
    if (manifest) yield [resourceName(manifest), [manifest]];
  }
}

function* filePerObject(app: SynthesizedApp): Division['files'] {
  for (const [index, chart] of app.charts.entries()) {
    const folder = chartName(app, chart, index);
    for (const { construct, manifest } of chart.manifests) {
      // cdk8s takes the name from the construct here: patches of kind and name do not count.
      const name = resourceName(ApiObject.isApiObject(construct) ? construct : { ...manifest });
      yield [join(folder, name), [manifest]];
    }
  }
}

/** The number keeps the files in order for `kubectl apply -f <folder>`, which goes by name. */
function chartName({ hasDependentCharts }: SynthesizedApp, { chart }: SynthesizedChart, index: number): string {
  const name = Names.toDnsLabel(chart);
  return hasDependentCharts ? `${String(index).padStart(4, '0')}-${name}` : name;
}

function resourceName({ kind, metadata }: { readonly kind?: unknown; readonly metadata?: unknown }): string {
  const { name } = (metadata ?? {}) as { readonly name?: unknown };
  return `${String(kind)}.${String(name)}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}
