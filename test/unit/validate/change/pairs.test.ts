import { validateChange } from '../../../../src/validate/validate-change';
import { BASES } from './bases';

const job = (metadata: object, image = 'a:1'): unknown => ({
  ...BASES.Job,
  metadata,
  spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image }] } } },
});
const claim = (namespace?: string, accessMode = 'ReadWriteOnce'): unknown => ({
  ...BASES.Claim,
  metadata: { name: 'orders', ...(namespace !== undefined && { namespace }) },
  spec: { ...BASES.Claim.spec, accessModes: [accessMode] },
});
const codes = (before: readonly unknown[], after: readonly unknown[]): readonly string[] =>
  validateChange(before, after).map(({ code }) => code);

test('an object with the name of an earlier one is compared with it', () => {
  expect(codes([job({ name: 'migrate' })], [job({ name: 'migrate' }, 'a:2')])).toEqual(['job-change']);
});

test.each([
  { generateName: 'migrate-' },
  { name: 'migrate', annotations: { 'helm.sh/hook': 'pre-upgrade' } },
  { name: 'migrate', annotations: { 'argocd.argoproj.io/hook': 'PreSync' } },
])('with %j it is made anew', (metadata) => {
  expect(codes([job(metadata)], [job(metadata, 'a:2')])).toEqual([]);
});

test('a claim of a hook that is gone was never kept', () => {
  const metadata = { name: 'orders', annotations: { 'helm.sh/hook': 'pre-install' } };
  expect(codes([{ ...BASES.Claim, metadata }], [])).toEqual([]);
});

test.each([
  ['default', undefined],
  [undefined, 'shop'],
])('an object of namespace %s is the only one of its kind and name in namespace %s', (before, after) => {
  expect(codes([claim(before)], [claim(after)])).toEqual([]);
  expect(codes([claim(before)], [claim(after, 'ReadWriteMany')])).toEqual(['claim-change']);
});

test('of two with the name in different namespaces it could be either', () => {
  expect(codes([claim('shop'), claim('sales')], [claim(undefined, 'ReadWriteMany')])).not.toContain('claim-change');
  expect(codes([claim(undefined)], [claim('shop', 'ReadWriteMany'), claim('sales')])).not.toContain('claim-change');
});

test('objects in two namespaces are two', () => {
  expect(codes([claim('shop')], [claim('sales', 'ReadWriteMany')])).not.toContain('claim-change');
});
