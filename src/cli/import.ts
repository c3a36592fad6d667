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

Exit codes:
  0  the modules are written
  1  a file has no definition, or one that the API server would refuse
  2  the arguments make no sense, or a file cannot be read or written

Example:
  cdk8s-workloads import crontabs.yaml

  writes imports/crontabs.stable.example.com.ts, for

  import { CronTab } from './imports/crontabs.stable.example.com';

  An ES module whose moduleResolution is node16 or nodenext imports it with ".js" at the end:

  import { CronTab } from './imports/crontabs.stable.example.com.js';
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
