import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App as Cdk8sApp, Testing } from 'cdk8s';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { App, type AppProps } from '../../../src/synth/app';
import { build, CustomResolver, orderPlan, treePlan, type TreePlan } from './construct-trees';

// FAST_CHECK_RUNS=3000 for a thorough run by hand.
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 150);

test.each([
  ['any construct tree', treePlan],
  ['any dependencies', orderPlan],
])(
  'App gives the files, names, order and content of cdk8s for %s',
  (_, plans) => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(observe(plan, App)).toEqual(observe(plan, Cdk8sApp));
      }),
      { numRuns: RUNS },
    );
  },
  600_000,
);

/** All that a user sees of a synth, in the order in which they may ask for it. */
function observe(plan: TreePlan, AppClass: typeof Cdk8sApp): unknown {
  const outdir = mkdtempSync(join(tmpdir(), 'same-as-cdk8s-'));
  try {
    const before = makeApp(plan, AppClass, outdir);
    const chartsBefore = attempt(() => before.charts.map(pathOf));
    const synth = attempt(() => before.synth());
    return {
      chartsBefore,
      synth,
      // cdk8s writes what it has before it fails; App writes all or nothing.
      files: synth.failed ? 'any' : filesIn(outdir),
      chartsAfter: synth.failed ? 'any' : before.charts.map(pathOf),
      // Of several faults, synthYaml of cdk8s reports another one than its synth.
      text: synth.failed ? 'any' : attempt(() => parse(makeApp(plan, AppClass, outdir).synthYaml())),
      json: attempt(() => makeApp(plan, AppClass, outdir).charts.map((chart) => [pathOf(chart), Testing.synth(chart)])),
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function makeApp(plan: TreePlan, AppClass: typeof Cdk8sApp, outdir: string): Cdk8sApp {
  const { hasResolver, ...props } = plan.app;
  const options: AppProps = {
    ...props,
    outdir,
    // The kinds of the plans are made up. cdk8s does not look at it.
    validation: 'off',
    ...(hasResolver && { resolvers: [new CustomResolver()] }),
  };
  const app = new AppClass(options);
  build(plan, app);
  return app;
}

/** The result; or which kind of error it was, because ours have other texts (but for validations). */
function attempt(act: () => unknown): { readonly failed: boolean; readonly result: unknown } {
  try {
    return { failed: false, result: act() };
  } catch (error) {
    return { failed: true, result: kindOf(String(error)) };
  }
}

function kindOf(message: string): string {
  if (message.includes('Validation failed')) return message.slice(message.indexOf('Validation failed'));
  // cdk8s runs out of stack on a construct that depends on itself.
  if (/Dependency cycle detected|Maximum call stack/.test(message)) return 'cycle';
  if (message.includes('cannot find a parent chart')) return 'outside of charts';
  return `other: ${message}`;
}

function filesIn(folder: string): unknown {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: join(entry.parentPath, entry.name),
    isFile: entry.isFile(),
  }));
  return Object.fromEntries(
    names.map(({ path, isFile }) => {
      if (!isFile) return [path.slice(folder.length), 'folder'];
      const text = readFileSync(path, 'utf8');
      return [path.slice(folder.length), path.endsWith('.json') ? text : parse(text)];
    }),
  );
}

function parse(yaml: string): unknown[] {
  return parseAllDocuments(yaml, { version: '1.1' }).map((document): unknown => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });
}

function pathOf({ node }: { readonly node: { readonly path: string } }): string {
  return node.path;
}
