import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// `npx tsx tools/complete-lock.ts`, after an `npm install` that changed package-lock.json. A registry that serves the packages of some
// platforms only makes npm leave the others out of the lock file, and then `npm ci` refuses it. What a lock entry needs is known without
// the registry: the version stands with the parent, the platform in the name.

interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The packages of a lock file, by their folder. */
export type LockedPackages = Readonly<Record<string, Entry>>;

/** The optional packages that a lock file should have and has not, with the entry that says what is known of each. */
export function missingPackages(packages: LockedPackages): Record<string, object> {
  const missing = Object.entries(packages).flatMap(([folder, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !(`node_modules/${name}` in packages) && !(`${folder}/node_modules/${name}` in packages))
      .map(([name, version]) => [`node_modules/${name}`, { version, ...(dev && { dev }), ...platform(name) }] as const),
  );
  return Object.fromEntries(missing);
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** `@rolldown/binding-linux-x64-musl` is for Linux, x64 and musl. */
function platform(name: string): object {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const [os, cpu] = [SYSTEMS, PROCESSORS].map((known) => words.filter((word) => known.includes(word)));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  const said = Object.entries({ os, cpu, libc }).filter(([, values]) => values && values.length > 0);
  return { optional: true, ...Object.fromEntries(said) };
}

if (require.main === module) {
  const file = join(__dirname, '../package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { readonly packages: LockedPackages };
  const packages = { ...lock.packages, ...missingPackages(lock.packages) };
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
