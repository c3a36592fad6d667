import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App as Cdk8sApp, YamlOutputType, type AppProps as Cdk8sAppProps, type Chart } from 'cdk8s';
import { toYaml } from '../manifest/yaml';
import { constructMetadata } from './construct-metadata';
import { chartsOf, manifestsOf, synthesize, type SynthesizedApp } from './manifests-of';
import { outputFiles } from './output-files';
import type { Manifest } from './to-manifest';
import { checkValidation, validateManifests, type AppValidation } from './validation';
import { writeOutput } from './write-output';

/** The options of cdk8s's `App`, and what is to be done about manifests that a cluster would refuse. */
export interface AppProps extends Cdk8sAppProps {
  /** @default 'error': a manifest that the API server would refuse stops the synth, and warnings are printed */
  readonly validation?: AppValidation;
}

/**
 * An app of charts, to be used in place of cdk8s's `App`: the same options, files, names, order and content, in time that grows with the
 * number of charts and objects and no faster. Fields are in the order in which people write them (`apiVersion`, `kind`, `metadata`,
 * `name`, `namespace`, then the others by letter), unless `CDK8S_DISABLE_SORT` is set.
 *
 * Guarantees: files are written only after the whole app was rendered and validated, and the construct tree is left as it is.
 *
 * @example
 * const app = new App();
 * new ShopChart(app, 'shop');
 * app.synth(); // dist/shop.k8s.yaml
 */
export class App extends Cdk8sApp {
  readonly #recordsConstructMetadata: boolean;
  readonly #validation: AppValidation;
  #isSynthesized = false;

  constructor({ validation = 'error', ...props }: AppProps = {}) {
    super(props);
    checkValidation(validation);
    this.#validation = validation;
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
   * @throws InvalidManifestsError when the API server would refuse some of them
   */
  override synth(): void {
    const askCharts = this.yamlOutputType !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
    const app = this.#validated(synthesize(this, { askCharts }));
    const output = outputFiles(app, this);
    this.#isSynthesized = true;
    writeOutput(this.outdir, output);
    if (this.#recordsConstructMetadata) writeFileSync(join(this.outdir, METADATA_FILE), constructMetadata(app));
  }

  /**
   * The manifests of all charts as one YAML text.
   *
   * @throws ConstructValidationError, DependencyCycleError, DependencyOutsideChartError, InvalidManifestError, InvalidManifestsError, as
   * {@link synth} does
   */
  override synthYaml(): string {
    const manifests = manifestsOf(this);
    validateManifests(manifests, this.#validation);
    this.#isSynthesized = true;
    return toYaml(manifests.map(({ manifest }) => manifest));
  }

  /**
   * The manifests of all charts as plain objects, in an order in which they can be applied: what others depend on comes first. For a
   * program that does not write files, such as a controller that renders what it owns, or a test. They are not validated.
   *
   * @throws ConstructValidationError, DependencyCycleError, DependencyOutsideChartError, InvalidManifestError, as {@link synth} does
   * @example
   * new WebService(chart, 'hello', { image: 'ghcr.io/example/hello:1.4.2', port: 8080 });
   * app.manifests().map(({ kind }) => kind); // ['ServiceAccount', 'Service', 'Deployment', 'NetworkPolicy']
   */
  manifests(): readonly Manifest[] {
    const manifests = manifestsOf(this);
    this.#isSynthesized = true;
    return manifests.flatMap(({ manifest }) => manifest ?? []);
  }

  /** @throws InvalidManifestsError */
  #validated(app: SynthesizedApp): SynthesizedApp {
    if (this.#validation === 'off') return app;
    // All of them at once, because some mistakes are between two.
    const charts = app.charts.map((chart) => ({ ...chart, manifests: [...chart.manifests] }));
    validateManifests(
      charts.flatMap(({ manifests }) => manifests),
      this.#validation,
    );
    return { ...app, charts };
  }
}

const METADATA_FILE = 'construct-metadata.json';
