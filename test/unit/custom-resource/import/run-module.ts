import * as ts from 'typescript';
import * as zod from 'zod';
import * as customResource from '../../../../src/custom-resource';
import type { ImportedResource } from '../../../../src/custom-resource/import/import-custom-resource';

const MODULES: Readonly<Record<string, unknown>> = { zod, 'cdk8s-workloads/custom-resource': customResource };

/** Runs a module that the import wrote, and gives the resource that it exports. */
export function runModule(code: string): ImportedResource {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: Record<string, ImportedResource> = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it is what is tested
  new Function('exports', 'require', outputText)(exports, (name: string) => MODULES[name]);
  const [resource] = Object.values(exports);
  if (!resource) throw new Error('the module exports nothing');
  return resource;
}
