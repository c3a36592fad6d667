import { isFields } from '../values/fields';
import { showKey } from '../manifest/object-key';
import { Problems } from '../props/problem';
import { checkShape, list, map, only, text, word } from '../props/shape';
import { partsOf } from '../manifest/take-apart';
import type { Issue, Severity } from '../validate/issue';
import { loadValidator } from '../validate/load-validator';

/** The `properties` of a {@link ManifestValidation} in `cdk8s.yaml`. */
export interface ManifestValidationProps {
  /**
   * How bad the issues of a code are, or `'off'`.
   *
   * @default as each rule says
   */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /**
   * Files with CustomResourceDefinitions that are in the cluster but not in the app, from the folder of `cdk8s.yaml`.
   *
   * @default none
   */
  readonly crds?: readonly string[];
  /**
   * What warnings do to a synth.
   *
   * @default 'allow': only what the API server would refuse fails it
   */
  readonly warnings?: 'allow' | 'refuse';
}

const PROPERTIES = only(
  {
    rules: map(word(['off', 'warning', 'error']), '{ "image-tag": "error" }'),
    crds: list(text, '["crds/widgets.yaml"]'),
    warnings: word(['allow', 'refuse']),
  },
  '{ crds: ["crds/widgets.yaml"] }',
);

/** What cdk8s-cli gives to a validation: the part of its `ValidationContext` that is used. */
export interface ManifestValidationContext {
  /** The paths of the files that the synth wrote. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: ManifestViolation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
  /** The objects in a file. */
  parseManifest(path: string): readonly unknown[];
}

/** What a report of cdk8s-cli says about several places at once. */
export interface ManifestViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly {
    readonly resourceName: string;
    readonly locations: readonly string[];
    readonly manifestPath: string;
  }[];
}

/**
 * The validation of this package as a plugin of cdk8s-cli: `cdk8s synth` fails when the API server would refuse a manifest, unless it is told
 * `--no-validate`.
 *
 * `cdk8s.yaml` names it so:
 *
 * ```yaml
 * validations:
 *   - package: ./node_modules/cdk8s-workloads
 *     version: 0.1.0
 *     class: ManifestValidation
 * ```
 */
export class ManifestValidation {
  private readonly rules: NonNullable<ManifestValidationProps['rules']>;
  private readonly crds: readonly string[];
  private readonly warnings: NonNullable<ManifestValidationProps['warnings']>;

  /** @throws InvalidPropsError when there is no such property, or its value is of another sort */
  constructor(properties: ManifestValidationProps = {}) {
    const problems = new Problems();
    checkShape(problems, properties, PROPERTIES);
    problems.throwIfAny(SUBJECT);
    const { rules = {}, crds = [], warnings = 'allow' } = properties;
    this.rules = rules;
    this.crds = crds;
    this.warnings = warnings;
  }

  /**
   * Called by cdk8s-cli, after the synth.
   *
   * @throws InvalidPropsError when a file of `crds` has no definition
   */
  validate(context: ManifestValidationContext): Promise<void> {
    const objectsIn = (path: string): readonly unknown[] =>
      context
        .parseManifest(path)
        .filter((object) => object !== null && object !== undefined)
        .flatMap(partsOf);
    const objects = context.manifests.flatMap((path) => objectsIn(path).map((object) => ({ path, object })));
    const issues = loadValidator().validate(
      objects.map(({ object }) => object),
      {
        rules: this.rules,
        customResources: this.definitions(objectsIn),
        sources: (index) => objects[index]?.path,
      },
    );
    const names = objects.map(({ object }) => nameOf(object));
    for (const violation of violationsOf(issues, names)) context.report.addViolation(violation);
    const errors = issues.filter(({ severity }) => severity === 'error').length;
    const refused = this.warnings === 'refuse' ? issues.length : errors;
    context.report.submit(refused > 0 ? 'failure' : 'success', {
      errors: String(errors),
      warnings: String(issues.length - errors),
    });
    return Promise.resolve();
  }

  private definitions(objectsIn: (path: string) => readonly unknown[]): readonly unknown[] {
    const problems = new Problems();
    const definitions = this.crds.flatMap((path, index) => {
      try {
        const found = objectsIn(path).filter((object) => isFields(object) && object['kind'] === DEFINITION);
        if (found.length === 0) problems.add(`crds[${index}]`, path, `has no ${DEFINITION}: give a file that has one`);
        return found;
      } catch (error) {
        problems.add(`crds[${index}]`, path, unreadable(error));
        return [];
      }
    });
    problems.throwIfAny(SUBJECT);
    return definitions;
  }
}

const SUBJECT = 'ManifestValidation';
const DEFINITION = 'CustomResourceDefinition';

function unreadable(error: unknown): string {
  const { code, message = String(error) } = error as Partial<NodeJS.ErrnoException>;
  if (code === 'ENOENT') return 'is not there: give the path of a file, from the folder of cdk8s.yaml';
  return code === 'EISDIR' ? 'is a folder: give the files in it' : `cannot be read: ${message}`;
}

function nameOf(object: unknown): unknown {
  const { metadata } = (object ?? {}) as { readonly metadata?: { readonly name?: unknown } | null };
  return metadata?.name;
}

/**
 * The same message about several objects is one violation, with the objects under it.
 *
 * @param names of all objects. cdk8s-cli finds the path of a construct by the name of its object; where several have that name, it would
 * show that of another, and none is better
 */
function violationsOf(issues: readonly Issue[], names: readonly unknown[]): readonly ManifestViolation[] {
  const [once, twice] = [new Set<unknown>(), new Set<unknown>()];
  for (const name of names) (once.has(name) ? twice : once).add(name);
  const violations = new Map<string, ManifestViolation & { violatingResources: Resource[] }>();
  for (const { severity, code, message, fix = 'change it', object, path, source = '' } of issues) {
    const ruleName = severity === 'error' ? code : `${code} (warning)`;
    const key = JSON.stringify([ruleName, message, fix]);
    const violation = violations.get(key) ?? { ruleName, recommendation: message, fix, violatingResources: [] };
    violations.set(key, violation);
    const resourceName = twice.has(object.name) ? showKey(object) : object.name;
    const locations = [`${object.kind}: ${path === '' ? 'the whole object' : path}`];
    violation.violatingResources.push({ resourceName, locations, manifestPath: source });
  }
  return [...violations.values()];
}

type Resource = ManifestViolation['violatingResources'][number];
