import { codes, pod } from './pod';

const volume = (source: object) => pod({ volumes: [{ name: 'data', ...source }] });

test.each([
  ['iscsi', { targetPortal: '10.0.0.1', lun: 0, iqn: 'iqn.2001-04.com.example:disk' }],
  ['iscsi', { targetPortal: '10.0.0.1', iqn: 'eui.0123456789abcdef' }],
  ['iscsi', { targetPortal: '10.0.0.1', lun: 0, iqn: `naa.${'a'.repeat(32)}` }],
  ['iscsi', { targetPortal: '10.0.0.1', lun: 0, iqn: 'iqn iqn.2001-04.com.example:disk' }],
  ['quobyte', { registry: 'a:1,[::1]:2,c:', volume: 'data' }],
  ['flexVolume', { driver: 'example.com/disk', options: { 'ak8s.io/mode': '1' } }],
  ['fc', { wwids: ['3600508b400105e210000900000490000'], lun: 999 }],
  ['azureDisk', { diskName: 'data', diskURI: 'https://example.com/data.vhd' }],
  ['nfs', { server: 'files', path: '/../exports' }],
  ['csi', { driver: 'Secrets.Example.com' }],
  ['projected', { sources: [{}] }],
  ['projected', { sources: [{ clusterTrustBundle: { name: 'a:b', path: '../a' }, secret: { name: 'tls' } }] }],
])('%s %j is taken', (source, fields) => {
  expect(codes(volume({ [source]: fields }))).toEqual([]);
});

test.each([
  ['iscsi', { targetPortal: '10.0.0.1', lun: 256, iqn: 'iqn.2001-04.com.example:disk' }],
  ['iscsi', { targetPortal: '10.0.0.1', lun: 0, iqn: 'iqn.2001-04.com.example' }],
  [
    'iscsi',
    { targetPortal: 'p'.repeat(60), lun: 0, iqn: 'eui.0123456789abcdef', initiatorName: 'eui.0123456789abcdef' },
  ],
  ['quobyte', { registry: '::1:2', volume: 'data' }],
  ['quobyte', { registry: 'a:1', volume: 'data', tenant: 't'.repeat(65) }],
  ['flexVolume', { driver: 'example.com/disk', options: { 'K8S.io': '1' } }],
  ['fc', { wwids: ['a'], targetWWNs: ['b'], lun: 1 }],
  ['flocker', { datasetName: 'a', datasetUUID: 'b' }],
  ['flocker', { datasetName: 'a/b' }],
  ['azureDisk', { diskName: 'data', diskURI: '/subscriptions/data' }],
  ['storageos', { volumeName: 'data', volumeNamespace: 'Shop' }],
  ['storageos', { volumeName: 'data', secretRef: {} }],
  ['cinder', { volumeID: 'data', secretRef: {} }],
  ['gcePersistentDisk', { pdName: 'data', partition: -1 }],
  ['csi', { driver: 'd'.repeat(64) }],
])('%s %j is refused', (source, fields) => {
  expect(codes(volume({ [source]: fields }))).toEqual(['volume-value']);
});

const mount = (recursiveReadOnly: string, more: object) =>
  pod({
    containers: [
      { name: 'web', image: 'web:1', volumeMounts: [{ name: 'data', mountPath: '/data', recursiveReadOnly, ...more }] },
    ],
    volumes: [{ name: 'data', emptyDir: {} }],
  });

test('recursiveReadOnly "Disabled" goes with everything', () => {
  expect(codes(mount('Disabled', { mountPropagation: 'HostToContainer' }))).toEqual([]);
});

test.each(['Enabled', 'IfPossible'])('recursiveReadOnly "%s" needs readOnly, and no propagation', (word) => {
  expect(codes(mount(word, { readOnly: true, mountPropagation: 'None' }))).toEqual([]);
  expect(codes(mount(word, {}))).toEqual(['recursive-read-only']);
  expect(codes(mount(word, { readOnly: true, mountPropagation: 'HostToContainer' }))).toEqual(['recursive-read-only']);
});
