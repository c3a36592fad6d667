import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printModule } from '../custom-resource/import/print-module';
import { definitionsIn } from '../custom-resource/import/read-definition';
import type { CustomResourceDefinition } from '../manifest/kubernetes';
import { type Command, type Given, type Terminal, UsageError } from './command';

const HELP = `Usage: cdk8s-workloads import <file>... [--output <folder or file>]

Writes a TypeScript module for each CustomResourceDefinition: what customResource() makes of the zod schemas in it is the
resource, with its construct, its types, and everything that the definition says.

Arguments:
  <file>        YAML or JSON with one definition or several; "-" reads the standard input

Options:
  -o, --output  a folder, a file that ends in ".ts", or "-" for the standard output (default: imports)
  -h, --help    prints this

Example:
  cdk8s-workloads import crontabs.yaml

  writes imports/crontabs.stable.example.com.ts, for

  import { CronTab } from './imports/crontabs.stable.example.com';
`;

/** `cdk8s-workloads import crd.yaml` */
export const importCommand: Command = {
  summary: "writes TypeScript modules for others' CustomResourceDefinitions",
  help: HELP,
  options: { output: { type: 'string', short: 'o' } },
  run: importDefinitions,
};

const STANDARD = '-';

async function importDefinitions({ values, positionals }: Given, terminal: Terminal): Promise<number> {
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
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, module);
      terminal.print(`${path}: ${definition.spec.names.kind}\n`);
    }
  }
  return 0;
}

async function readAll(files: readonly string[], terminal: Terminal): Promise<readonly CustomResourceDefinition[]> {
  const byName = new Map<string, CustomResourceDefinition>();
  for (const file of files) {
    const source = file === STANDARD ? await terminal.readInput() : readFile(file);
    for (const definition of definitionsIn(source, file === STANDARD ? 'standard input' : file)) {
      const name = nameOf(definition);
      if (byName.has(name)) throw new Error(`${file}: ${name} is there twice: leave one of them out`);
      byName.set(name, definition);
    }
  }
  return [...byName.values()];
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : message;
    throw new Error(`cannot read "${file}": ${why}`, { cause });
  }
}

function nameOf({ metadata }: CustomResourceDefinition): string {
  return metadata?.name ?? '';
}
