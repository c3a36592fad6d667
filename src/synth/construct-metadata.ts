import type { SynthesizedApp } from './manifests-of';

/** What cdk8s-cli reads to tell which construct made an object: `construct-metadata.json`, by the names of the objects. */
export function constructMetadata({ charts }: SynthesizedApp): string {
  const objects = charts.flatMap((chart) => chart.objects);
  // Of two objects with one name the later one stays, as in cdk8s.
  const resources = Object.fromEntries(objects.map((object) => [object.name, { path: object.node.path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}
