import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart } from 'cdk8s';
import { App } from 'cdk8s-workloads';
import type { AppValidation } from '../../../src/synth/validation';

let outdir: string;
let printed: string;
beforeEach(() => {
  outdir = join(mkdtempSync(join(tmpdir(), 'validation-')), 'dist');
  printed = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(join(outdir, '..'), { recursive: true });
});

/** An app with a Deployment whose replicas are a string. */
function appOf(validation?: AppValidation): App {
  const app = new App({ outdir, validation });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new ApiObject(chart, 'api', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api' },
    spec: {
      replicas: '3',
      selector: { matchLabels: { app: 'api' } },
      template: { metadata: { labels: { app: 'api' } }, spec: { containers: [{ name: 'api', image: 'api:1.0.0' }] } },
    },
  });
  return app;
}

const MISTAKE = `1 error in the manifests:
apps/Deployment shop/api (shop/api)
  error    spec.replicas "3" is a string: write 3 without quotes [wrong-type]`;

test('an error stops the synth before anything is written', () => {
  expect(() => appOf().synth()).toThrow(MISTAKE);
  expect(existsSync(outdir)).toBe(false);
});

test('an error stops synthYaml', () => {
  expect(() => appOf().synthYaml()).toThrow(MISTAKE);
});

test('the error has the issues as data', () => {
  expect(() => appOf().synth()).toThrow(
    expect.objectContaining({
      name: 'InvalidManifestsError',
      code: 'INVALID_MANIFESTS',
      issues: [expect.objectContaining({ code: 'wrong-type', path: 'spec.replicas', source: 'shop/api' })],
    }) as Error,
  );
});

test("with 'warn' it is printed, and the files are written", () => {
  appOf('warn').synth();
  expect(printed).toContain(MISTAKE);
  expect(existsSync(join(outdir, 'shop.k8s.yaml'))).toBe(true);
});

test("with 'off' nobody looks", () => {
  appOf('off').synth();
  expect(printed).toBe('');
  expect(existsSync(join(outdir, 'shop.k8s.yaml'))).toBe(true);
});

test('options of the validation hold', () => {
  appOf({ rules: { 'wrong-type': 'warning' } }).synth();
  expect(printed).toContain('1 warning in the manifests');
});

test('what others render is not validated', () => {
  expect(appOf().manifests()).toHaveLength(1);
});

test('a List is taken apart, as kubectl does', () => {
  const app = new App({ outdir });
  const items = [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { level: 3 } }];
  new ApiObject(new Chart(app, 'shop'), 'list', { apiVersion: 'v1', kind: 'List', items });
  expect(() => app.synth()).toThrow('ConfigMap a (shop/list)\n  error    data.level 3 is a number');
});

test.each<[unknown, string]>([
  ['warning', 'App: validation "warning" is not known: did you mean "warn"'],
  [false, 'App: validation false is a boolean: give "error", "warn" or "off", or an object'],
])('validation %j is refused', (validation, message) => {
  expect(() => new App({ outdir, validation: validation as AppValidation })).toThrow(message);
});

test('so is the code of no rule', () => {
  expect(() => appOf({ rules: { 'image-tga': 'off' } as object }).synth()).toThrow('did you mean "image-tag"');
});

test('the issues are not printed a second time', () => {
  let thrown: unknown;
  try {
    appOf().synth();
  } catch (error) {
    thrown = error;
  }
  expect(Object.keys(thrown as object)).not.toContain('issues');
});
