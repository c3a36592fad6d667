import { Chart, type ApiObject, type App } from 'cdk8s';
import { partsOf } from '../manifest/take-apart';
import { readConstructTree, type Place } from './construct-tree';
import { validateConstructs } from './construct-validation';
import { allDependencies, declaredDependencies, type DependencyGraph } from './dependency-graph';
import { inDependencyOrder } from './dependency-order';
import { manifestRenderer, type Manifest, type ManifestRenderer } from './to-manifest';

/** What an app comes to. */
export interface SynthesizedApp {
  /** What other charts depend on comes first. */
  readonly charts: readonly SynthesizedChart[];
  /** Whether a chart depends on a chart, so that the order of the charts means something. */
  readonly hasDependentCharts: boolean;
}

export interface SynthesizedChart {
  readonly chart: Chart;
  /** The API objects that have this chart as their nearest; what others depend on comes first. */
  readonly objects: readonly ApiObject[];
  /** One an object, unless the chart's class has its own `toJson`. Each is rendered when it is read, so that no app is in memory twice. */
  readonly manifests: Iterable<SynthesizedManifest>;
}

export interface SynthesizedManifest {
  readonly chart: Chart;
  /** The object that it was made from; the chart, when the chart's own `toJson` made it. */
  readonly construct: ApiObject | Chart;
  /** Undefined when an own `toJson` gives nothing: cdk8s prints an empty document for it. */
  readonly manifest: Manifest | undefined;
}

/**
 * The manifests of all charts of an app, in an order in which they can be applied: what others depend on comes first. Changes nothing in
 * the tree, and takes any cdk8s app.
 *
 * @throws ConstructValidationError when validations of constructs have something to say
 * @throws DependencyCycleError
 * @throws DependencyOutsideChartError
 * @throws InvalidManifestError
 * @example manifestsOf(app).map(({ construct, manifest }) => [construct.node.path, manifest?.kind])
 */
export function manifestsOf(app: App): SynthesizedManifest[] {
  return synthesize(app).charts.flatMap(({ manifests }) => [...manifests]);
}

/** Manifests, and at the same index of the other list what each was made from. */
export interface Parts {
  readonly manifests: readonly unknown[];
  readonly constructs: readonly (ApiObject | Chart)[];
}

/** What a server would be sent: the manifests in a `List` each by itself. */
export function partsIn(synthesized: readonly SynthesizedManifest[]): Parts {
  const [manifests, constructs]: [unknown[], (ApiObject | Chart)[]] = [[], []];
  for (const { manifest, construct } of synthesized) {
    if (manifest === undefined) continue;
    for (const part of partsOf(manifest)) {
      manifests.push(part);
      constructs.push(construct);
    }
  }
  return { manifests, constructs };
}

/** As {@link manifestsOf}, by chart. With `askCharts: false`, charts that have their own `toJson` are not asked for it. */
export function synthesize(app: App, { askCharts = true } = {}): SynthesizedApp {
  validateConstructs(app);
  const graph = allDependencies(readConstructTree(app));
  const renderer = manifestRenderer(app.resolvers);
  const charts = chartsInOrder(graph).map(({ chart, place }): SynthesizedChart => {
    const objects = objectsInOrder(graph, place);
    // Chart.prototype.toJson gives the same manifests, after it went over the whole app.
    const isAsked = askCharts && chart.toJson !== Chart.prototype.toJson;
    const read = isAsked ? () => ofChart(chart, renderer) : () => ofObjects(chart, objects, renderer);
    return { chart, objects, manifests: { [Symbol.iterator]: read } };
  });
  return { charts, hasDependentCharts: graph.hasDependentCharts };
}

/** The charts of an app, what others depend on first: by all dependencies, or only by those that `addDependency` was called with. */
export function chartsOf(app: App, dependencies: 'all' | 'declared'): Chart[] {
  const tree = readConstructTree(app);
  const graph = dependencies === 'all' ? allDependencies(tree) : declaredDependencies(tree);
  return chartsInOrder(graph).map(({ chart }) => chart);
}

function chartsInOrder(graph: DependencyGraph): { readonly chart: Chart; readonly place: Place }[] {
  return inDependencyOrder(graph, graph.tree.root).flatMap((place) => {
    const { construct } = place;
    return Chart.isChart(construct) ? { chart: construct, place } : [];
  });
}

function objectsInOrder(graph: DependencyGraph, chart: Place): ApiObject[] {
  const inChart = inDependencyOrder(graph, chart).filter((place) => place.chart === chart);
  return inChart.flatMap(({ apiObject }) => apiObject ?? []);
}

function* ofObjects(
  chart: Chart,
  objects: readonly ApiObject[],
  renderer: ManifestRenderer,
): Generator<SynthesizedManifest> {
  for (const construct of objects) yield { chart, construct, manifest: renderer.ofObject(construct) };
}

function* ofChart(chart: Chart, renderer: ManifestRenderer): Generator<SynthesizedManifest> {
  // An override may give a list, as it should, or a map.
  const manifests: unknown[] = Object.values(chart.toJson());
  for (const json of manifests) yield { chart, construct: chart, manifest: renderer.ofJson(chart, json) };
}
