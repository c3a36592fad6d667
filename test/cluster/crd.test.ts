import { type DefinitionProblem, definitionProblems } from '../../src/crd/definition-problems';
import type { CustomResourceDefinition } from '../../src/manifest/kubernetes';
import { DOUBTFUL_DEFINITIONS } from '../unit/crd/doubtful-definitions';
import { COSTLY_RULES } from '../unit/crd/costly-rules';
import { REFUSED_COLUMNS } from '../unit/crd/refused-columns';
import { REFUSED_DEFAULTS, SOUND_DEFAULTS } from '../unit/crd/refused-defaults';
import { REFUSED_DEFINITIONS } from '../unit/crd/refused-definitions';
import { REFUSED_SCHEMAS } from '../unit/crd/refused-schemas';
import { REFUSED_VALUES } from '../unit/crd/refused-values';
import { SOUND_DEFINITIONS } from '../unit/crd/sound-definitions';
import { connect, forEach } from './api-client';

// A dry run: nothing is stored, and no name is taken.
const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions?dryRun=All&fieldValidation=Strict';
const CREATED = 201;
const INVALID = 422;
// The API server of 1.35 crashes on selectable fields of a schema that it cannot convert, and on a field path into a map of anything.
const CRASHED = { status: 500, body: 'no answer' };
const UNREADABLE = 400;

const server = connect();

async function verdict(definition: CustomResourceDefinition): Promise<number> {
  return (await server.post(DEFINITIONS, definition)).status;
}

interface Verdict {
  readonly what: string;
  readonly without: string;
  readonly status: number;
  readonly answer: string;
  readonly errors: readonly DefinitionProblem[];
}

async function compare({ what, without, definition }: Less & { readonly what: string }): Promise<Verdict> {
  const { status, body } = await server.post(DEFINITIONS, definition).catch(() => CRASHED);
  const errors = definitionProblems(definition).filter(({ severity }) => severity === 'error');
  return { what, without, status, answer: JSON.stringify(body), errors };
}

test('the API server refuses what definitionProblems() refuses', async () => {
  const ofValues = [...REFUSED_VALUES, ...REFUSED_DEFAULTS, ...COSTLY_RULES];
  const rows = [...REFUSED_DEFINITIONS, ...REFUSED_COLUMNS, ...REFUSED_SCHEMAS, ...ofValues];
  const answers = await forEach(rows, async ([what, definition]) => [what, await verdict(definition)] as const);
  expect(answers.filter(([, status]) => status !== INVALID)).toEqual([]);
});

test('the API server takes what definitionProblems() warns of', async () => {
  const answers = await forEach(DOUBTFUL_DEFINITIONS, async ([what, crd]) => [what, await verdict(crd)] as const);
  expect(answers.filter(([, status]) => status !== CREATED)).toEqual([]);
});

test('the API server takes what definitionProblems() takes', async () => {
  const rows = [...SOUND_DEFINITIONS, ...SOUND_DEFAULTS];
  const answers = await forEach(rows, async ([what, crd]) => [what, await verdict(crd)] as const);
  expect(answers.filter(([, status]) => status !== CREATED)).toEqual([]);
});

test('the API server agrees about each of them with one part less', async () => {
  const rows = [...SOUND_DEFINITIONS, ...DOUBTFUL_DEFINITIONS];
  const definitions = rows.flatMap(([what, definition]) =>
    withOnePartLess(definition).map((less) => ({ what, ...less })),
  );
  const verdicts = await forEach(definitions, compare);
  const disagreements = verdicts.filter(({ status, errors }) => (status === CREATED) !== (errors.length === 0));
  expect(verdicts.length).toBeGreaterThan(1500);
  // What the types rule out is not looked at.
  expect(disagreements.filter(({ status }) => status !== UNREADABLE)).toEqual([]);
});

interface Less {
  readonly without: string;
  readonly definition: CustomResourceDefinition;
}

/** The definition without each of its fields, one at a time. */
function withOnePartLess(definition: CustomResourceDefinition): readonly Less[] {
  const paths = pathsIn(JSON.parse(JSON.stringify(definition.spec)) as object, []);
  return paths.map((path) => {
    const less = JSON.parse(JSON.stringify(definition)) as CustomResourceDefinition;
    const last = path[path.length - 1] ?? '';
    const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], less.spec);
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent as object, last);
    return { without: path.join('.'), definition: less };
  });
}

function pathsIn(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [[...path, key], ...pathsIn(inside, [...path, key])]);
}
