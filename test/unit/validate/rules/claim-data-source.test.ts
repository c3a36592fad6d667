import { validate } from '../../../../src/validate/validate';

const REST = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

function ofClaim(sources: object): readonly string[] {
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data' },
    spec: { ...REST, ...sources },
  };
  return validate([claim]).map(({ code, path }) => `${code} ${path}`);
}

function ofTemplate(sources: object): readonly string[] {
  const stateful = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'orders' },
    spec: {
      selector: { matchLabels: { app: 'orders' } },
      template: {
        metadata: { labels: { app: 'orders' } },
        spec: { containers: [{ name: 'db', image: 'postgres:18.1' }] },
      },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { ...REST, ...sources } }],
    },
  };
  const codes = validate([stateful]).filter(({ code }) => code.includes('data-source'));
  return codes.map(({ code, path }) => `${code} ${path.replace('spec.volumeClaimTemplates[0].', '')}`);
}

const CLAIM = { kind: 'PersistentVolumeClaim', name: 'a' };
const OTHER = { kind: 'Backup', name: 'a' };
const GROUPED = { apiGroup: 'example.com', kind: 'Backup', name: 'a' };

// What the server says was asked of one (1.35): it drops sources from claims, and from no template of a StatefulSet.
test.each([
  ['a claim', { dataSource: CLAIM }, [], []],
  ['another kind', { dataSource: GROUPED }, ['dropped-data-source spec.dataSource'], []],
  [
    'another kind without a group',
    { dataSource: OTHER },
    ['dropped-data-source spec.dataSource'],
    ['claim-data-source spec.dataSource.apiGroup'],
  ],
  ['another kind by dataSourceRef', { dataSourceRef: GROUPED }, [], []],
  ['the same twice', { dataSource: GROUPED, dataSourceRef: GROUPED }, [], []],
  [
    'no group and an empty one',
    { dataSource: CLAIM, dataSourceRef: { ...CLAIM, apiGroup: '' } },
    ['claim-data-source spec.dataSource'],
    ['claim-data-source spec.dataSource'],
  ],
  ['an empty namespace', { dataSourceRef: { ...CLAIM, namespace: '' } }, [], []],
  [
    'a namespace',
    { dataSourceRef: { ...CLAIM, namespace: 'Shop' } },
    ['dropped-data-source spec.dataSourceRef.namespace'],
    ['claim-data-source spec.dataSourceRef.namespace'],
  ],
])('%s', (_, sources, claim, template) => {
  expect(ofClaim(sources)).toEqual(claim);
  expect(ofTemplate(sources)).toEqual(template);
});
