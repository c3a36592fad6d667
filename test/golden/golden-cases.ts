import type { Chart } from 'cdk8s';
import type { Manifest } from 'cdk8s-workloads';
import type { IConstruct } from 'constructs';

/**
 * Cases of one construct, by what they show. Each gives the constructs that it is about: their objects, and those below them, make
 * the golden file, so that a file shows one idea and not all that comes with it. A case of a controller gives the manifests.
 */
export type GoldenCases = Readonly<
  Record<string, (chart: Chart) => IConstruct | readonly IConstruct[] | readonly Manifest[]>
>;
