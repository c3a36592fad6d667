import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The root of this repository. */
export const ROOT = join(__dirname, '../..');

/** A project of a user, in a folder of its own. */
export interface Project {
  readonly folder: string;
  /** Runs a program in the project and gives what it printed. @throws with both outputs when it fails */
  run(program: string, ...args: readonly string[]): string;
  read(file: string): string;
}

/** Packs this package as `npm publish` would, and gives the path of the tarball. */
export function pack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const [packed] = JSON.parse(
    run(ROOT, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]),
  ) as {
    filename: string;
  }[];
  return join(folder, packed?.filename ?? '');
}

/** The paths of the files in a tarball, without the leading `package/`. */
export function filesOf(tarball: string): readonly string[] {
  const listed = run(ROOT, 'tar', ['-tzf', tarball]).trim().split('\n');
  return listed.map((path) => path.replace(/^package\//, ''));
}

/** The project that `cdk8s init typescript-app` makes, less the import of its own Kubernetes types, which needs the internet. */
export function typescriptApp(tarball: string, files: Readonly<Record<string, string>>): Project {
  const template = join(ROOT, 'node_modules/cdk8s-cli/templates/typescript-app');
  const manifest = readFileSync(join(template, 'package.json'), 'utf8')
    .replace('{{ $base }}', 'shop')
    .replace('{{ cdk8s_core_version }}', versionOf('cdk8s'))
    .replace('{{ constructs_version }}', versionOf('constructs'))
    .replace('{{ cdk8s_cli_spec }}', versionOf('cdk8s-cli'))
    // Our peer takes the place of the template's cdk8s-plus.
    .replace(
      /"cdk8s-plus-\d+": ".*"/,
      `"cdk8s-plus-28": "^${versionOf('cdk8s-plus-28')}", "cdk8s-workloads": "file:${tarball}"`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'typescript-app-'));
  for (const file of ['tsconfig.json', 'jest.config.js']) cpSync(join(template, file), join(folder, file));
  return project(folder, {
    'cdk8s.yaml': 'language: typescript\napp: npx ts-node main.ts\n',
    'package.json': manifest,
    ...files,
  });
}

/** The oldest that the peer ranges allow; there never was a cdk8s 2.68.11, with which cdk8s-plus-28's own range begins. */
const OLDEST_PEERS = { cdk8s: '2.68.12', constructs: '10.3.0', 'cdk8s-plus-28': '2.5.6', zod: '4.0.0' };

/** An ES module project, with the oldest peers that the package allows. */
export function esModuleProject(tarball: string, files: Readonly<Record<string, string>>): Project {
  const manifest = {
    name: 'es-module-project',
    private: true,
    type: 'module',
    dependencies: { ...OLDEST_PEERS, 'cdk8s-workloads': `file:${tarball}` },
    devDependencies: { typescript: versionOf('typescript'), '@types/node': versionOf('@types/node') },
  };
  return project(mkdtempSync(join(tmpdir(), 'es-module-')), { 'package.json': JSON.stringify(manifest), ...files });
}

function project(folder: string, files: Readonly<Record<string, string>>): Project {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  run(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund']);
  return {
    folder,
    run: (program, ...args) => run(folder, program, args),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
  };
}

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;
}

function run(cwd: string, program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return stdout;
}
