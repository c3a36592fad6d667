import { didYouMean } from '../manifest/did-you-mean';
import { Problems } from '../manifest/problem';
import { celProblems } from './cel-rules';
import { checkFields } from './check-fields';
import type { CustomResource } from './class';
import { addDefinitionProblems, definitionOf } from './definition';
import type { Checked, CustomResourceOptions, VersionOptions } from './options';
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
  checkWords(options, problems);
  const versions = Object.entries(options.versions).map(([name, version]) => versionSchema(name, version, problems));
  problems.throwIfAny(subjectOf(options.kind));
  const definition = definitionOf(options, versions);
  check?.(definition, versions, options, problems);
  problems.throwIfAny(subjectOf(options.kind));
  return resourceClass(definition, versions.map(readerOf));
}

function readerOf(version: VersionSchema): VersionReader {
  const { name, rules = [] } = version.options;
  const inCel = celProblems(version.schema);
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

const WORDS: readonly (keyof CustomResourceOptions)[] = [
  'group',
  'kind',
  'plural',
  'singular',
  'shortNames',
  'categories',
  'listKind',
  'scope',
  'versions',
  'conversion',
  'metadata',
  'allowWarnings',
];
const VERSION_WORDS: readonly (keyof VersionOptions)[] = [
  'storage',
  'served',
  'deprecated',
  'spec',
  'status',
  'fields',
  'name',
  'rules',
  'description',
  'printerColumns',
  'scale',
  'selectableFields',
  'matching',
];

/** JavaScript's users have no compiler to tell them of a typo. */
function checkWords(options: CustomResourceOptions, problems: Problems): void {
  check('', options, WORDS);
  for (const [name, version] of Object.entries(options.versions)) check(name, version, VERSION_WORDS);

  function check(at: string, given: object, words: readonly string[]): void {
    for (const word of Object.keys(given).filter((each) => !words.includes(each))) {
      const guess = didYouMean(word, words);
      problems
        .at(at)
        .add(
          word,
          undefined,
          guess === undefined ? `is not known: there are ${words.join(', ')}` : `is not known: did you mean "${guess}"`,
        );
    }
  }
}

function subjectOf(kind: string): string {
  return `customResource "${kind}"`;
}
