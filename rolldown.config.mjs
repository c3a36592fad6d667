// The package as it is loaded: one file an entry point, because Node.js needs longer to find seventy files than to run them. What two
// entry points share becomes a chunk of its own, so that there is one of each class and each registry. What few need is an
// entry point within the package, `#crd/checks` of src/crd/checks.ts: it is loaded by who needs it.
import { readFileSync } from 'node:fs';

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The areas of rules that are loaded with the first object that they are about: `needs` of src/validate/rules/table.ts. */
const LATE_RULES = [
  'admission',
  'autoscaling',
  'batch',
  'certificates',
  'core',
  'devices',
  'flow-control',
  'namespaces',
  'networking',
  'outdated',
  'placement',
  'policy',
  'rbac',
  'storage',
  'volumes',
];

export default {
  input: {
    index: 'src/index.ts',
    'custom-resource': 'src/custom-resource.ts',
    redis: 'src/redis.ts',
    validate: 'src/validate.ts',
    testing: 'src/testing.ts',
    'crd/checks': 'src/crd/checks.ts',
    'validate/change/compare-manifests': 'src/validate/change/compare-manifests.ts',
    ...Object.fromEntries(
      LATE_RULES.map((area) => [`validate/rules/${area}/${area}-rules`, `src/validate/rules/${area}/${area}-rules.ts`]),
    ),
    'yaml/read-documents': 'src/yaml/read-documents.ts',
    cli: 'src/cli/main.ts',
    'cli/import/run-import': 'src/cli/import/run-import.ts',
    'cli/validate/run-validate': 'src/cli/validate/run-validate.ts',
    'cli/validate/read-worker': 'src/cli/validate/read-worker.ts',
  },
  platform: 'node',
  external: [...Object.keys({ ...dependencies, ...peerDependencies }), /^node:/, /^cdk8s-workloads\//, /^#/],
  transform: { target: 'es2022' },
  output: {
    dir: 'dist/src',
    format: 'cjs',
    chunkFileNames: '[name].js',
    // Editors read the doc comments of the declarations.
    comments: { jsdoc: false },
    // Otherwise a module that several entry points share would be a file of its own, and ten of them would be looked for.
    codeSplitting: {
      groups: [
        { name: 'manifest', test: /src.(values|props|manifest)/ },
        {
          name: 'validator',
          // Of pod security only the rules of namespaces know.
          test: new RegExp(`src.validate.(?!change|load-validator|pod-security|rules.(${LATE_RULES.join('|')}))`),
        },
        { name: 'crd', test: /src.crd/ },
      ],
    },
  },
};
