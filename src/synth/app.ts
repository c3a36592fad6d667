import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App as Cdk8sApp, YamlOutputType, type AppProps, type Chart } from 'cdk8s';
import { toYaml } from '../manifest/yaml';
import { constructMetadata } from './construct-metadata';
import { chartsOf, manifestsOf, synthesize } from './manifests-of';
import { outputFiles } from './output-files';
import { writeOutput } from './write-output';

export type { AppProps } from 'cdk8s';

/**
 * An app of charts, to be used in place of cdk8s's `App`: the same options, files, names, order and content, in time that grows with the
 * number of charts and objects and no faster. Fields are in the order in which people write them (`apiVersion`, `kind`, `metadata`,
 * `name`, `namespace`, then the others by letter), unless `CDK8S_DISABLE_SORT` is set.
 *
 * Guarantees: files are written only after the whole app was rendered, and the construct tree is left as it is.
 *
 * @example
 * const app = new App();
 * new ShopChart(app, 'shop');
 * app.synth(); // dist/shop.k8s.yaml
 */
export class App extends Cdk8sApp {
  readonly #recordsConstructMetadata: boolean;
  #isSynthesized = false;

  constructor(props: AppProps = {}) {
    super(props);
    this.#recordsConstructMetadata =
      props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * The charts of this app, what others depend on first. As in cdk8s, dependencies that follow from those of constructs inside
   * charts count once the app was synthesized.
   *
   * @throws DependencyCycleError
   */
  override get charts(): Chart[] {
    return chartsOf(this, this.#isSynthesized ? 'all' : 'declared');
  }

  /**
   * Writes the manifests of all charts to `outdir`. Files of an earlier synth that are not written again stay.
   *
   * @throws ConstructValidationError when validations of constructs have something to say
   * @throws DependencyCycleError when charts or objects wait for each other
   * @throws DependencyOutsideChartError when what is in no chart has, or is, a dependency
   * @throws InvalidManifestError when an object cannot be rendered
   */
  override synth(): void {
    const askCharts = this.yamlOutputType !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
    const app = synthesize(this, { askCharts });
    const output = outputFiles(app, this);
    this.#isSynthesized = true;
    writeOutput(this.outdir, output);
    if (this.#recordsConstructMetadata) writeFileSync(join(this.outdir, METADATA_FILE), constructMetadata(app));
  }

  /**
   * The manifests of all charts as one YAML text.
   *
   * @throws ConstructValidationError, DependencyCycleError, DependencyOutsideChartError, InvalidManifestError, as {@link synth} does
   */
  override synthYaml(): string {
    const manifests = manifestsOf(this);
    this.#isSynthesized = true;
    return toYaml(manifests.map(({ manifest }) => manifest));
  }
}

const METADATA_FILE = 'construct-metadata.json';
