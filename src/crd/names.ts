import type { CustomResourceDefinitionNames } from '../manifest/kubernetes';
import { dns1035LabelProblem } from '../manifest/name';
import { type DefinitionProblem, error, errorAbout } from './definition-problem';

/** What is wrong with the names of a kind. `singular` and `listKind` are made from `kind` when they are left out. */
export function* namesProblems(names: Partial<CustomResourceDefinitionNames>): Generator<DefinitionProblem> {
  const { kind, plural } = names;
  if (!kind) yield error('spec.names.kind', 'is missing: name the kind, such as "Widget"');
  if (!plural) {
    const example = kind ? `${kind.toLowerCase()}s` : 'widgets';
    yield error('spec.names.plural', `is missing: name the resource in the plural, such as "${example}"`);
  }
  for (const field of ['plural', 'singular'] as const) {
    const name = names[field];
    if (name) yield* errorAbout(`spec.names.${field}`, name, dns1035LabelProblem(name));
  }
  for (const field of ['kind', 'listKind'] as const) {
    const name = names[field];
    if (name) yield* errorAbout(`spec.names.${field}`, name, kindProblem(name));
  }
  if (kind && !names.listKind && kind.length <= MAX_KIND && `${kind}List`.length > MAX_KIND) {
    const problem = `has ${kind.length} characters, and the kind of its lists, "${kind}List", more than ${MAX_KIND}`;
    yield error('spec.names.kind', `"${kind}" ${problem}: shorten it, or give a listKind`);
  }
  if (kind && names.listKind === kind) {
    yield error('spec.names.listKind', `"${kind}" is the kind too: write "${kind}List", or leave it out`);
  }
  for (const field of ['shortNames', 'categories'] as const) {
    for (const [index, name] of (names[field] ?? []).entries()) {
      yield* errorAbout(`spec.names.${field}[${index}]`, name ?? '', dns1035LabelProblem(name ?? ''));
    }
  }
}

const MAX_KIND = 63;

/** A kind is a DNS label that may have capitals. */
function kindProblem(kind: string): string | undefined {
  if (dns1035LabelProblem(kind.toLowerCase()) === undefined) return undefined;
  if (kind.length > MAX_KIND) return `has ${kind.length} characters; a kind holds ${MAX_KIND}: shorten it`;
  const words = kind.split(/[^A-Za-z\d]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  const mended = words.join('').replace(/^\d+/, '');
  return `is not a kind: use letters and digits, and begin with a letter${mended === '' ? '' : `, such as "${mended}"`}`;
}
