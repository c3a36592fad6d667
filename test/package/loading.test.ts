import { execFileSync } from 'node:child_process';
import { ROOT } from './project';

const PRINT = `
const { relative, sep } = require('node:path');
const files = Object.keys(require.cache).map((file) => relative(process.cwd(), file).split(sep).join('/'));
process.stdout.write('\\nloaded: ' + JSON.stringify(files) + '\\n');
`;

/** What a program loads: the names of our files, and of the packages. */
function loadedBy(program: string): readonly string[] {
  const printed = execFileSync(process.execPath, ['-e', program + PRINT], { cwd: ROOT, encoding: 'utf8' });
  const files = JSON.parse(/^loaded: (.*)$/m.exec(printed)?.[1] ?? '') as readonly string[];
  return [
    ...new Set(
      files.map((file) => /^node_modules\/([^/]+)|[^/]+$/.exec(file)).map((found) => found?.[1] ?? found?.[0] ?? ''),
    ),
  ];
}

const VALIDATE = "const { validate, validateChange } = require('cdk8s-workloads/validate');";
const CONFIG_MAP = "{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }";
const DEFINITION =
  "{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'a' }, spec: {} }";

// Whoever needs little of the package waits for little: a bundler that moves a module is noticed here.
test.each<[string, string, readonly string[], readonly string[]]>([
  ['the constructs', "require('cdk8s-workloads');", ['index.js', 'cdk8s'], ['validator.js', 'crd.js', 'zod']],
  [
    'a synth without validation',
    "const { App } = require('cdk8s-workloads'); new App({ outdir: 'dist/manifests', validation: 'off' }).synth();",
    ['index.js'],
    ['validator.js', 'crd.js', 'zod'],
  ],
  [
    'a validation',
    `${VALIDATE} validate([${CONFIG_MAP}]);`,
    ['validator.js', 'core-rules.js'],
    ['crd.js', 'batch-rules.js', 'compare-manifests.js', 'cdk8s', 'zod'],
  ],
  [
    'the validation of a Deployment',
    `${VALIDATE} validate([{ apiVersion: 'apps/v1', kind: 'Deployment' }]);`,
    ['validator.js'],
    ['autoscaling-rules.js', 'batch-rules.js', 'core-rules.js', 'networking-rules.js'],
  ],
  ['the validation of a definition', `${VALIDATE} validate([${DEFINITION}]);`, ['validator.js'], ['cdk8s', 'zod']],
  ['a comparison', `${VALIDATE} validateChange([], []);`, ['compare-manifests.js'], ['crd.js', 'cdk8s', 'zod']],
  ['a custom resource', "require('cdk8s-workloads/custom-resource');", ['crd.js', 'zod'], ['validator.js']],
  ['the program', "require('./dist/src/cli.js');", ['cli.js'], ['validator.js', 'crd.js', 'js-yaml', 'zod']],
])('%s loads what it needs', (_, program, needed, others) => {
  const loaded = loadedBy(program);
  expect(loaded).toEqual(expect.arrayContaining([...needed]));
  expect(loaded.filter((name) => others.includes(name))).toEqual([]);
});
