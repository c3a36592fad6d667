import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printModule } from '../../custom-resource/import/print-module';
import { definitionsIn } from '../../custom-resource/import/read-definition';
import type { CustomResourceDefinition } from '../../manifest/kubernetes';
import { type Given, type Terminal, UsageError } from '../command';
import { readText } from '../read-text';

const STANDARD = '-';

/** @throws UsageError */
export async function runImport({ values, positionals }: Given, terminal: Terminal): Promise<number> {
  const { output = 'imports' } = values as { readonly output?: string };
  if (positionals.length === 0) throw new UsageError('no file is given: name one, or "-" for the standard input');
  const definitions = await readAll(positionals, terminal);
  const isFile = output.endsWith('.ts');
  if (isFile && definitions.length > 1) {
    throw new UsageError(`--output "${output}" is one file for ${definitions.length} definitions: give a folder`);
  }
  for (const definition of definitions) {
    const module = printModule(definition);
    const path = isFile ? output : join(output, `${nameOf(definition)}.ts`);
    if (output === STANDARD) terminal.print(module);
    else {
      writeText(path, module);
      terminal.print(`${path}: ${definition.spec.names.kind}\n`);
    }
  }
  return 0;
}

function writeText(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (cause) {
    throw new UsageError(`cannot write "${path}": ${(cause as Error).message}`, { cause });
  }
}

async function readAll(files: readonly string[], terminal: Terminal): Promise<readonly CustomResourceDefinition[]> {
  const byName = new Map<string, CustomResourceDefinition>();
  for (const file of files) {
    const source = file === STANDARD ? await terminal.readInput() : readText(file);
    for (const definition of definitionsIn(source, file === STANDARD ? 'standard input' : file)) {
      const name = nameOf(definition);
      if (byName.has(name)) throw new Error(`${file}: ${name} is there twice: leave one of them out`);
      byName.set(name, definition);
    }
  }
  return [...byName.values()];
}

function nameOf({ metadata }: CustomResourceDefinition): string {
  return metadata?.name ?? '';
}
