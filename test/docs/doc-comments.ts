import { posix } from 'node:path';
import * as ts from 'typescript';

/** A declaration that other files can name: `quantity`, `StatefulDatabase`, `Storage`. */
export interface Exported {
  readonly name: string;
  readonly file: string;
  readonly node: ts.Declaration;
}

/** An `@example` of a doc comment. */
export interface Example {
  readonly title: string;
  readonly file: string;
  readonly text: string;
  /** The type that a literal example has: `ConfigFiles`, `ScheduledJobProps['schedule']`. */
  readonly type: string;
}

/** What the statements of a file export, by name. */
export function exportsOf(source: ts.SourceFile): readonly Exported[] {
  return source.statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    return isExported ? namedDeclarations(statement, source.fileName) : [];
  });
}

function namedDeclarations(statement: ts.Statement, file: string): readonly Exported[] {
  const nodes = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
  return nodes.flatMap((node) => {
    // Every exported statement but a list of variables is one declaration.
    const declaration = node as ts.Declaration;
    const name = ts.getNameOfDeclaration(declaration)?.getText();
    return name === undefined ? [] : [{ name, file, node: declaration }];
  });
}

/** What an entry point exports from other files, by its name there. */
export function reexportsOf(index: ts.SourceFile): readonly { readonly name: string; readonly file: string }[] {
  return index.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause, moduleSpecifier }) => {
    if (!exportClause || !ts.isNamedExports(exportClause) || !moduleSpecifier) return [];
    const { text } = moduleSpecifier as ts.StringLiteral; // The grammar allows nothing else.
    const file = `${posix.normalize(posix.join(posix.dirname(index.fileName), text))}.ts`;
    return exportClause.elements.map(({ name }) => ({ name: name.text, file }));
  });
}

/** The methods and accessors of a class that its users may call. */
export function publicMethods({ node }: Exported): readonly ts.ClassElement[] {
  if (!ts.isClassDeclaration(node)) return [];
  return node.members.filter((member) => {
    const isMethod = ts.isMethodDeclaration(member) || ts.isAccessor(member);
    const hidden = ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
    return isMethod && hidden === 0 && !ts.isPrivateIdentifier(member.name);
  });
}

export function hasDocComment(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc);
}

/** The examples of a declaration, of its methods and of its properties. */
export function examplesOf(declared: Exported): readonly Example[] {
  return [
    ...examplesAt(declared.node, declared, declared.name),
    ...members(declared.node).flatMap((member) => {
      const name = ts.getNameOfDeclaration(member)?.getText() ?? '';
      return examplesAt(member, declared, `${declared.name}['${name}']`);
    }),
  ];
}

function members(node: ts.Node): readonly ts.Declaration[] {
  const found: ts.Declaration[] = [];
  const visit = (child: ts.Node): void => {
    if (ts.isClassElement(child) || ts.isTypeElement(child)) found.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return found;
}

function examplesAt(node: ts.Node, { file }: Exported, type: string): readonly Example[] {
  const tags = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === 'example');
  return tags.map(({ comment }) => {
    const text = ts.getTextOfJSDocComment(comment) ?? '';
    return { title: `${file} ${type}`, file, text, type };
  });
}
