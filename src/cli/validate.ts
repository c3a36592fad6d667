import type { Command } from './command';
import type * as runner from './validate/run-validate';

const HELP = `Usage: cdk8s-workloads validate [<file or folder>...] [options]

Says what is wrong with Kubernetes manifests, before a cluster does: an error is what the API server would refuse, a warning what it takes
and what will hurt. All files are one app: they may refer to each other.

Arguments:
  <file>                 YAML or JSON with one manifest or several; "-" reads the standard input, as does no file at all
  <folder>               all files below it that end in .yaml, .yml or .json; a kustomization.yaml is no manifest, and is left out

Options:
  -o, --output <format>  text (default), json, github (marks lines in a pull request), or sarif
  --kubernetes <version> the version of the cluster (default: 1.35, the only one that is known so far)
  --crd <file or folder> CustomResourceDefinitions that the cluster has; can be given again
  --rule <code>=<level>  makes the issues of a code an error, a warning, or off; can be given again
  --warnings <what>      allow (default), or refuse: then they end with 1 as errors do
  --exclude <name>       leaves out files and folders of that name, or at that path; can be given again
  -h, --help             prints this

Exit codes:
  0  no errors; there may be warnings
  1  errors, or warnings that are refused
  2  the arguments make no sense, a file cannot be read, or there is nothing to validate

Example:
  cdk8s synth && cdk8s-workloads validate dist
`;

/** `cdk8s-workloads validate dist` */
export const validateCommand: Command = {
  summary: 'says what is wrong with manifests in files',
  help: HELP,
  options: {
    output: { type: 'string', short: 'o' },
    kubernetes: { type: 'string' },
    crd: { type: 'string', multiple: true },
    rule: { type: 'string', multiple: true },
    warnings: { type: 'string' },
    exclude: { type: 'string', multiple: true },
  },
  // The program starts sooner without what only this command needs.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  run: (given, terminal) => (require('#cli/validate/run-validate') as typeof runner).runValidate(given, terminal),
};
