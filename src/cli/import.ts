import type { Command } from './command';
import type * as runner from './import/run-import';

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
  // The program starts sooner without what only this command needs.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  run: (given, terminal) => (require('#cli/import/run-import') as typeof runner).runImport(given, terminal),
};
