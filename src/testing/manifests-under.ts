import { App, Chart } from 'cdk8s';
import { partsOf } from '../manifest/take-apart';
import { manifestsOf, type Parts, partsIn } from '../synth/manifests-of';

/** What a value of a test comes to. */
export interface ManifestsUnder extends Parts {
  /** The chart whose manifests are wanted; undefined for all. */
  readonly chart?: Chart;
}

/** The manifests of an app, those of the app of a chart, or those that are given as they are. @throws TypeError */
export function manifestsUnder(value: unknown): ManifestsUnder {
  if (App.isConstruct(value)) {
    if (value instanceof App) return partsIn(manifestsOf(value));
    if (Chart.isChart(value)) return ofChart(value);
    throw new TypeError(`toBeValid() got the construct "${value.node.path}": give the chart that it is in, or the app`);
  }
  if (Array.isArray(value)) return { manifests: value.flatMap(partsOf), constructs: [] };
  if (typeof value === 'object' && value !== null) return { manifests: partsOf(value), constructs: [] };
  const sort = value === undefined || value === null ? String(value) : `a ${typeof value}`;
  throw new TypeError(`toBeValid() got ${sort}: give an App, a Chart or manifests`);
}

function ofChart(chart: Chart): ManifestsUnder {
  const { root } = chart.node;
  if (root instanceof App) return { ...partsIn(manifestsOf(root)), chart };
  return { manifests: chart.toJson().flatMap(partsOf), constructs: [] };
}
