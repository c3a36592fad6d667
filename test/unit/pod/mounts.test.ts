import { PersistentVolumeClaim, Secret } from 'cdk8s-plus-28';
import { BatchJob } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (props: object): string =>
  refusal((chart) => new BatchJob(chart, 'job', unchecked({ image, ...props })));

describe('a mount', () => {
  test.each([
    ['is at an absolute path', { data: { emptyDir: {} } }, 'mounts "data" is not absolute: write "/data"'],
    [
      'is not at the root',
      { '/': { emptyDir: {} } },
      'mounts "/" is the root of the container and would hide its image: mount a directory below it',
    ],
    [
      'is at a path of its own',
      { '/data': { emptyDir: {} }, '/data/': { emptyDir: {} } },
      'mounts "/data/" is the same path as "/data": mount one thing at a path',
    ],
    [
      'is at a path of its own, however it is written',
      { '/data/x': { emptyDir: {} }, '/data/./x/.': { emptyDir: {} } },
      'mounts "/data/./x/." is the same path as "/data/x": mount one thing at a path',
    ],
    [
      'has a source',
      { '/data': { readOnly: true } },
      'mounts["/data"] has no source: give exactly one of emptyDir, configMap, secret, projected, downwardAPI, persistentVolumeClaim, ephemeral, csi, nfs and image',
    ],
    [
      'has one source',
      { '/data': { emptyDir: {}, secret: { secretName: 'api' } } },
      'mounts["/data"] has emptyDir and secret: give exactly one of emptyDir, configMap, secret, projected, downwardAPI, persistentVolumeClaim, ephemeral, csi, nfs and image',
    ],
    [
      'is no folder of the node',
      { '/data': { hostPath: { path: '/mnt' } } },
      'mounts["/data"].hostPath is a folder of the node: only a NodeAgent may have it, in host.paths',
    ],
    [
      'of memory has a size with a unit',
      { '/data': { emptyDir: { sizeLimit: 512 } } },
      'mounts["/data"].emptyDir.sizeLimit 512 is 512 bytes: write the unit, such as "512Mi"',
    ],
    [
      'of a claim of its own has a size with a unit',
      { '/data': { ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '10' } } } } } } },
      'mounts["/data"].ephemeral.volumeClaimTemplate.spec.resources.requests.storage "10" is 10 bytes: write the unit, such as "10Gi"',
    ],
    [
      'goes back to the node only from a privileged container',
      { '/data': { volume: 'shared', mountPropagation: 'Bidirectional' } },
      'mounts["/data"].mountPropagation "Bidirectional" is only for a privileged container: use "HostToContainer", or say why in privilege: { reason, privileged: true }',
    ],
    [
      'of a Secret has a name that can exist',
      { '/data': { secret: { secretName: 'Api' } } },
      'mounts["/data"].secret.secretName "Api" is not a DNS subdomain: use lower-case letters, digits, "-" and ".", and begin and end each part with a letter or digit, such as "api"',
    ],
    [
      'of a volume has one that exists',
      { '/data': { volume: 'dta' } },
      'mounts["/data"].volume "dta" is not a volume of this pod: declare it in volumes, or use "shared", "more"',
    ],
    [
      'has a subPath inside of its volume',
      { '/data': { emptyDir: {}, subPath: '/pgdata' } },
      'mounts["/data"].subPath "/pgdata" is absolute: write it from the root of the volume, "pgdata"',
    ],
    [
      'has a subPathExpr inside of its volume',
      { '/data': { emptyDir: {}, subPathExpr: '../$(POD)' } },
      'mounts["/data"].subPathExpr "../$(POD)" has "..": write the path that it leads to',
    ],
    [
      'has one subPath',
      { '/data': { emptyDir: {}, subPath: 'a', subPathExpr: 'b' } },
      'mounts["/data"].subPathExpr "b" stands beside subPath: give one of them',
    ],
  ])('%s', (_sentence, mounts, problem) => {
    const volumes = { shared: { emptyDir: {} }, more: { emptyDir: {} } };
    expect(refusalOf({ mounts, volumes })).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('of a volume must be declared when the pod has none', () => {
    expect(refusalOf({ mounts: { '/data': { volume: 'data' } } })).toBe(
      'BatchJob "shop/job": mounts["/data"].volume "data" is not a volume of this pod: declare it in volumes',
    );
  });

  test('is not where the config files are', () => {
    const config = { mountPath: '/etc/app', files: { 'app.conf': '' } };
    expect(refusalOf({ config, mounts: { '/etc/app/': { emptyDir: {} } } })).toBe(
      'BatchJob "shop/job": mounts "/etc/app/" is where config is mounted: take another path',
    );
  });

  test.each([
    ['claimName', 'persistentVolumeClaim', 'PersistentVolumeClaim'],
    ['name', 'configMap', 'ConfigMap'],
  ])('takes no Secret for the %s of a %s', (field, source, kind) => {
    const text = refusal((chart) => {
      const secret = new Secret(chart, 'api', { metadata: { name: 'api' } });
      return new BatchJob(chart, 'job', unchecked({ image, mounts: { '/data': { [source]: { [field]: secret } } } }));
    });
    const problem = `mounts["/data"].${source}.${field} "api" is a Secret: give a ${kind}, or its name`;
    expect(text).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('takes no claim for a Secret', () => {
    const text = refusal((chart) => {
      const claim = PersistentVolumeClaim.fromClaimName(chart, 'claim', 'dumps');
      return new BatchJob(chart, 'job', { image, mounts: { '/data': { secret: { secretName: claim } } } });
    });
    const problem = 'mounts["/data"].secret.secretName "dumps" is a PersistentVolumeClaim: give a Secret, or its name';
    expect(text).toBe(`BatchJob "shop/job": ${problem}`);
  });
});

test('a mount of a privileged container goes back to the node', () => {
  const mounts = { '/data': { emptyDir: {}, mountPropagation: 'Bidirectional' } };
  expect(refusalOf({ mounts, privilege: { reason: 'mounts disks', privileged: true } })).toBe('');
});

test('a mount says only what is no default', () => {
  const { job } = new BatchJob(shop(), 'job', {
    image,
    tmp: false,
    mounts: { '/data': { emptyDir: {}, readOnly: false } },
  });
  expect(job.toJson()).toMatchObject({
    spec: { template: { spec: { containers: [{ volumeMounts: [{ name: 'data', mountPath: '/data' }] }] } } },
  });
  expect(JSON.stringify(job.toJson())).not.toContain('readOnly"');
});

describe('a volume', () => {
  test.each([
    [
      'is named by a DNS label',
      { volumes: { shared_data: { emptyDir: {} } } },
      'volumes "shared_data" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "shared-data"',
    ],
    [
      'has one source',
      { volumes: { shared: {} } },
      'volumes.shared has no source: give exactly one of emptyDir, configMap, secret, projected, downwardAPI, persistentVolumeClaim, ephemeral, csi, nfs and image',
    ],
    [
      'is not called like the one of the config files',
      { volumes: { config: { emptyDir: {} } }, config: { mountPath: '/etc/app', files: {} } },
      'volumes "config" is a volume that the construct makes: take another name',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });
});

describe('the name of the volume of a mount', () => {
  test.each([
    ['is its path', ['/var/run/postgresql'], ['var-run-postgresql']],
    ['is a DNS label', ['/Data_1/.cache/'], ['data-1-cache']],
    ['has at most 63 characters', [`/${'long/'.repeat(20)}`], [`${'long-'.repeat(11).slice(0, 54)}-07308870`]],
    ['is its own when two paths look alike', ['/a/b', '/a-b'], ['a-b', 'a-b-590bb8f6']],
    ['is a hash when the path has no letter', ['/_'], ['5d9402db']],
  ])('%s', (_sentence, paths, names) => {
    const mounts = Object.fromEntries(paths.map((path) => [path, { emptyDir: {} }]));
    const { job } = new BatchJob(shop(), 'job', { image, mounts, tmp: false });
    const { volumes } = (job.toJson() as { spec: { template: { spec: { volumes: { name: string }[] } } } }).spec
      .template.spec;
    expect(volumes.map(({ name }) => name)).toEqual(names);
  });
});
