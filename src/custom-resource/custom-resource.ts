import { Problems } from '../manifest/problem';
import { checkShape } from '../manifest/shape';
import { untwinnedProblems } from './cel-rules';
import { checkFields } from './check-fields';
import type { CustomResource } from './class';
import { addDefinitionProblems, definitionOf } from './definition';
import type { Checked, CustomResourceOptions } from './options';
import { OPTIONS, VERSION } from './options-shape';
import { phraseOf } from './issue-phrase';
import { resourceClass, type VersionReader } from './resource-class';
import { versionSchema, type VersionSchema } from './version-schema';

/**
 * Defines a custom resource: from one zod schema a version come the CustomResourceDefinition, a typed construct for its objects, and a
 * parser for its controller, which all agree with the API server on what is right.
 *
 * @throws InvalidPropsError with all that a CRD cannot say or the API server would refuse, each with its place in the schema
 * @example
 * const Backup = customResource({
 *   group: 'shop.example.com',
 *   kind: 'Backup',
 *   versions: {
 *     v1: {
 *       spec: z.object({ schedule: z.string(), keep: int32().min(1).default(7) }),
 *       status: z.looseObject({ phase: z.string().optional() }),
 *       printerColumns: [{ name: 'Schedule', jsonPath: '.spec.schedule' }],
 *     },
 *   },
 * });
 * new Backup.Definition(chart, 'backup-definition');
 * new Backup(chart, 'orders', { spec: { schedule: '@daily' } });
 */
export function customResource<const Options extends CustomResourceOptions>(
  options: Options & Checked<Options>,
): CustomResource<Options> {
  return define(options, addDefinitionProblems) as unknown as CustomResource<Options>;
}

/**
 * As {@link customResource}, for the definitions of this package. That the API server takes them is what its tests say, and who uses them
 * need not wait for it to be found out once more.
 */
export function ownResource<const Options extends CustomResourceOptions>(
  options: Options & Checked<Options>,
): CustomResource<Options> {
  return define(options) as unknown as CustomResource<Options>;
}

/** The types of what comes out follow from those of the options, which nothing here can follow. */
function define(
  options: CustomResourceOptions,
  check?: typeof addDefinitionProblems,
): ReturnType<typeof resourceClass> {
  const problems = new Problems();
  checkShapes(options, problems);
  problems.throwIfAny(subjectOf(options));
  const versions = Object.entries(options.versions).map(([name, version]) => versionSchema(name, version, problems));
  problems.throwIfAny(subjectOf(options));
  const definition = definitionOf(options, versions);
  check?.(definition, versions, options, problems);
  problems.throwIfAny(subjectOf(options));
  return resourceClass(definition, versions.map(readerOf));
}

function readerOf(version: VersionSchema): VersionReader {
  const { name, rules = [] } = version.options;
  const inCel = untwinnedProblems(version.schema);
  return {
    name: version.name,
    readFields: (fields, problems) => checkFields(version, fields, problems),
    nameProblem: (text) => name?.safeParse(text).error?.issues.map((issue) => phraseOf(issue, text))[0],
    objectProblems: (object) => [
      ...rules.flatMap((rule) =>
        'check' in rule && !rule.check(object()) ? [{ path: '', phrase: rule.message }] : [],
      ),
      ...inCel(object),
    ],
  };
}

/** From here on the code may believe the types. */
function checkShapes(options: CustomResourceOptions, problems: Problems): void {
  checkShape(problems, options, OPTIONS);
  if (problems.any) return;
  for (const [name, version] of Object.entries(options.versions)) checkShape(problems.at(name), version, VERSION);
}

function subjectOf(options: Partial<CustomResourceOptions> | undefined): string {
  const kind = options?.kind;
  return typeof kind === 'string' ? `customResource "${kind}"` : 'customResource';
}
