import type { ApiObject } from 'cdk8s';
import { fieldsIn } from '../crd/field-path';
import type { Fields } from '../values/fields';
import { once } from '../values/once';
import { keyed, Problems } from '../props/problem';
import { checkShape } from '../props/shape';
import { type ObjectProblems, untwinnedProblems } from './cel-rules';
import { checkFields } from './check-fields';
import type { CustomResource } from './class';
import { addDefinitionProblems, definitionOf, resourceOf } from './definition';
import type { Checked, CustomResourceOptions } from './options';
import { OPTIONS, VERSION } from './options-shape';
import { phraseOf } from './issue-phrase';
import { type ObjectProblem, resourceClass, type VersionReader } from './resource-class';
import type { ServerRule } from './rule';
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
  const problems = new Problems();
  const throwIfAny = () => {
    problems.throwIfAny(subjectOf(options));
  };
  checkShapes(options, problems);
  throwIfAny();
  const versions = versionsOf(options, problems);
  for (const { schema } of versions) schema();
  throwIfAny();
  const definition = definitionOf(options, versions);
  addDefinitionProblems(definition, versions, options, problems);
  throwIfAny();
  const readers = versions.map((version) => readerOf(version, untwinnedProblems(version.schema)));
  return typed(resourceClass(resourceOf(options), () => definition, readers));
}

/**
 * As {@link customResource}, for the resources of this package. That the API server takes the definition, and that each rule about a new
 * object has its twin in JavaScript, is what its tests say, and who uses them need not wait for it to be found out once more: the
 * definition is made when it is first asked for, and objects do without. The schemas may be getters, which the first object asks.
 */
export function ownResource<const Options extends CustomResourceOptions>(
  options: Options & Checked<Options>,
): CustomResource<Options> {
  const versions = versionsOf(options, new Problems());
  const definition = once(() => definitionOf(options, versions));
  const readers = versions.map((version) => readerOf(version, () => []));
  return typed(resourceClass(resourceOf(options), definition, readers));
}

/** The types of what comes out follow from those of the options, which nothing here can follow. */
function typed<Options extends CustomResourceOptions>(resource: typeof ApiObject): CustomResource<Options> {
  return resource as unknown as CustomResource<Options>;
}

function versionsOf(options: CustomResourceOptions, problems: Problems): readonly VersionSchema[] {
  return Object.entries(options.versions).map(([name, version]) => versionSchema(name, version, problems));
}

function readerOf(version: VersionSchema, inCel: ObjectProblems): VersionReader {
  const { name, options } = version;
  const { rules = [] } = options;
  const inTwins = (object: Fields): readonly ObjectProblem[] =>
    rules.flatMap((rule) => ('check' in rule && rule.check?.(object) === false ? [problemOf(rule)] : []));
  return {
    name,
    readFields: (fields, state, problems) => checkFields(version, fields, state, problems),
    nameProblem: (text) => options.name?.safeParse(text).error?.issues.map((issue) => phraseOf(issue, text))[0],
    // Most have none, and the object need not be put together.
    objectProblems: (object, state) =>
      rules.length === 0 ? inCel(object, state) : [...inTwins(object()), ...inCel(object, state)],
  };
}

function problemOf({ rule, message, fieldPath = '' }: ServerRule): ObjectProblem {
  const path = fieldsIn(fieldPath).reduce(keyed, '').replace(/^\./, '');
  return { path, phrase: message ?? `breaks the rule ${JSON.stringify(rule)}` };
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
