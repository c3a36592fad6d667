import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import * as ts from 'typescript';
import { sourceFiles } from './source-files';

const ROOT = join(__dirname, '..');

/**
 * What each folder of `src` may import, types included: other folders of `src`, `imports`, and packages. The same table, with what lives
 * where, is in docs/architecture.md. Change both when the design changes, in the same commit, with the reason.
 */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  values: [],
  props: ['values'],
  manifest: ['values', 'props', 'imports'],
  pod: ['values', 'props', 'manifest'],
  emit: ['values', 'manifest', 'cdk8s', 'constructs'],
  yaml: ['js-yaml'],
  crd: ['values', 'props', 'manifest'],
  'custom-resource': ['values', 'props', 'manifest', 'crd', 'emit', 'yaml', 'cdk8s', 'constructs', 'zod'],
  workloads: ['values', 'props', 'manifest', 'pod', 'emit', 'cdk8s', 'constructs', 'cdk8s-plus-28'],
  synth: ['values', 'props', 'manifest', 'validate', 'cdk8s', 'constructs'],
  redis: ['values', 'manifest', 'pod', 'custom-resource', 'workloads', 'synth', 'cdk8s', 'zod'],
  validate: ['values', 'props', 'manifest', 'crd', 'imports', 'cdk8s-workloads'],
  testing: ['props', 'manifest', 'synth', 'validate', 'cdk8s', 'cdk8s-workloads'],
  plugin: ['values', 'props', 'manifest', 'validate'],
  cli: ['values', 'manifest', 'custom-resource', 'validate', 'yaml', 'js-yaml'],
};

/** What of Node.js may be imported where, besides what computes and touches nothing. */
const PURE_BUILTINS = ['node:crypto', 'node:path', 'node:util'];
const BUILTINS: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['synth', 'validate', 'cli'],
  'node:module': ['cli'],
  'node:os': ['cli'],
  'node:url': ['cli'],
  'node:worker_threads': ['cli'],
};

const MAX_LINES_OF_CODE = 400;

/** The one place where no other type will do, and why is said there. */
const ANY_ALLOWED = ['workloads/cdk8s-plus.ts'];

const files = sourceFiles();

interface Import {
  /** The file that imports. */
  readonly from: string;
  /** A file of `src`, `imports/...`, or the name of a package. */
  readonly to: string;
  readonly how: 'value' | 'type' | 'lazy';
}

const imports = [...files.values()].flatMap(importsOf);

test('each folder imports only what the table allows', () => {
  const forbidden = imports.filter(({ from, to }) => {
    const [source, target] = [folderOf(from), folderOf(to)];
    if (source === '' || source === target) return false;
    return to.startsWith('node:') ? !mayUseBuiltin(source, to) : !FOLDERS[source]?.includes(target);
  });
  expect(forbidden.map(show)).toEqual([]);
});

test('every folder of src is in the table, and every one of the table in src', () => {
  const folders = new Set([...files.keys()].map(folderOf).filter((folder) => folder !== ''));
  expect([...folders].sort()).toEqual(Object.keys(FOLDERS).sort());
});

test('docs/architecture.md has the same table', () => {
  const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([\w-]+)\/` +\|.*\| ([^|]+?) +\|$/gm)];
  const table = rows.map(([, folder = '', allowed = '']) => [folder, words(allowed)]);
  expect(Object.fromEntries(table)).toEqual(FOLDERS);
});

test('no file needs itself, not even for a type', () => {
  expect(cycles()).toEqual([]);
});

test('imports/ gives types, and which kinds have no namespace', () => {
  const values = imports.filter(({ to, how }) => to.startsWith('imports/') && how !== 'type');
  expect(values.map(({ to }) => to)).toEqual(['imports/kubernetes/cluster-scoped']);
});

test('cdk8s-plus is used by type only, but for one lazy require', () => {
  const used = imports.filter(({ to, how }) => to === 'cdk8s-plus-28' && how !== 'type');
  expect(used).toEqual([{ from: 'workloads/cdk8s-plus.ts', to: 'cdk8s-plus-28', how: 'lazy' }]);
});

test('no file has more than 400 lines of code', () => {
  const long = [...files.values()].filter((source) => linesOfCode(source) > MAX_LINES_OF_CODE);
  expect(long.map(({ fileName }) => fileName)).toEqual([]);
});

test('an index.ts is an entry point of the package', () => {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly exports: object };
  const entries = JSON.stringify(exports);
  const barrels = [...files.keys()].filter((path) => posix.basename(path) === 'index.ts');
  expect(barrels.filter((path) => !entries.includes(`./dist/src/${path.replace(/\.ts$/, '.js')}`))).toEqual([]);
});

test('nothing has the type any', () => {
  const found = [...files].filter(([, source]) =>
    nodesOf(source).some(({ kind }) => kind === ts.SyntaxKind.AnyKeyword),
  );
  expect(found.map(([path]) => path)).toEqual(ANY_ALLOWED);
});

test('only the command line prints', () => {
  const prints = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'console';
  const found = [...files].filter(([path, source]) => folderOf(path) !== 'cli' && nodesOf(source).some(prints));
  expect(found.map(([path]) => path)).toEqual([]);
});

function mayUseBuiltin(folder: string, builtin: string): boolean {
  return PURE_BUILTINS.includes(builtin) || BUILTINS[builtin]?.includes(folder) === true;
}

/** The part of the path that the table knows: a folder of `src`, `imports`, a package; the empty string for src itself. */
function folderOf(path: string): string {
  return path.endsWith('.ts') && !path.includes('/') ? '' : (path.split('/')[0] ?? '');
}

function importsOf(source: ts.SourceFile): readonly Import[] {
  const from = source.fileName;
  return nodesOf(source).flatMap((node) => {
    const found = importAt(node);
    return found ? [{ from, to: resolve(from, found.specifier), how: found.how }] : [];
  });
}

function importAt(node: ts.Node): { readonly specifier: string; readonly how: Import['how'] } | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined;
    return { specifier: moduleSpecifier.text, how: isOfTypes(node) ? 'type' : 'value' };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, how: 'type' };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [argument] = node.arguments;
  const { expression } = node;
  const isImport =
    expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
  return isImport && argument && ts.isStringLiteral(argument) ? { specifier: argument.text, how: 'lazy' } : undefined;
}

function isOfTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const { importClause } = node;
  if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (!importClause) return false;
  const { name, namedBindings } = importClause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((each) => each.isTypeOnly)
  );
}

function resolve(from: string, specifier: string): string {
  // A file that is loaded when it is needed, by the `imports` of package.json.
  if (specifier.startsWith('#')) return `${specifier.slice(1)}.ts`;
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.join(posix.dirname(from), specifier);
  return path.startsWith('../imports/') ? path.slice(3) : `${path}.ts`;
}

/** Paths of files, each of which imports the next, and the last the first. */
function cycles(): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (path.includes(file) || done.has(file)) return;
    for (const { from, to } of imports) if (from === file && files.has(to)) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files.keys()) visit(file, []);
  return found;
}

/** The lines on which something stands that is no comment. */
function linesOfCode(source: ts.SourceFile): number {
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const parts = node.getChildren();
    parts.forEach(visit);
    if (parts.length > 0 || node.getWidth() === 0) return;
    const [first, last] = [node.getStart(), node.end].map((at) => source.getLineAndCharacterOfPosition(at).line);
    for (let line = first ?? 0; line <= (last ?? 0); line++) lines.add(line);
  };
  visit(source);
  return lines.size;
}

function nodesOf(source: ts.SourceFile): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return nodes;
}

/** "manifest, imports/ (types)" as ['manifest', 'imports']. */
function words(cell: string): readonly string[] {
  return cell === 'nothing' ? [] : cell.split(', ').map((word) => word.replace(/\/?( \(.*\))?$/, ''));
}

function show({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
