import { BatchJob } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

const refusalOf = (config: object): string =>
  refusal((chart) => new BatchJob(chart, 'job', unchecked({ image: 'ghcr.io/shop/api:2.3.1', config })));

describe('config files', () => {
  test.each([
    [
      'are in an absolute folder',
      { mountPath: 'etc/app', files: {} },
      'config.mountPath "etc/app" is not absolute: write "/etc/app"',
    ],
    [
      'have names that are no paths',
      { mountPath: '/etc/app', files: { 'conf.d/app.conf': '' } },
      'config.files "conf.d/app.conf" is not a key: use letters, digits, "-", "_" and "."; a "/" goes into the path of the mount',
    ],
    [
      'have names that volumes do not use',
      { mountPath: '/etc/app', files: { '..data': '' } },
      'config.files "..data" begins with "..", which volumes keep for themselves: use another file name',
    ],
    [
      'are texts',
      { mountPath: '/etc/app', files: { 'app.json': { level: 'debug' } } },
      'config.files["app.json"] is not a string: write the text of the file, such as JSON.stringify(...)',
    ],
    [
      'have a mode in octal',
      { mountPath: '/etc/app', files: {}, defaultMode: 755 },
      'config.defaultMode 755 is not a file mode: write it in octal, 0o755',
    ],
    [
      'have a mode of nine bits',
      { mountPath: '/etc/app', files: {}, defaultMode: 0o1777 },
      'config.defaultMode 1023 is not a file mode: write it in octal, 0o644',
    ],
    [
      'roll the pods when they are mounted one by one',
      { mountPath: '/etc/app', files: {}, keepFolder: true, roll: false },
      'config.roll false stands beside keepFolder: files that are mounted one by one change only when the pods roll, leave one out',
    ],
    [
      'fit into a ConfigMap',
      { mountPath: '/etc/app', files: { a: 'ü'.repeat(524_288), b: 'u' } },
      'config.files have 1048577 bytes; a ConfigMap holds 1048576: put large files into the image or a volume',
    ],
  ])('%s', (_sentence, config, problem) => {
    expect(refusalOf(config)).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('may fill a ConfigMap', () => {
    expect(refusalOf({ mountPath: '/etc/app', files: { a: 'ü'.repeat(524_288), b: '' } })).toBe('');
  });
});

describe('config files that are mounted one by one', () => {
  const files = { 'app.conf': 'x', 'users.acl': 'y' };
  const refusalBeside = (mounts: object): string =>
    refusal(
      (chart) =>
        new BatchJob(chart, 'job', {
          image: 'ghcr.io/shop/api:2.3.1',
          config: { mountPath: '/etc/app/', files, keepFolder: true },
          mounts: unchecked(mounts),
        }),
    );

  test('leave their folder to other mounts', () => {
    expect(refusalBeside({ '/etc/app': { emptyDir: {} } })).toBe('');
  });

  test('are at paths of their own', () => {
    expect(refusalBeside({ '/etc/app/users.acl': { emptyDir: {} } })).toBe(
      'BatchJob "shop/job": mounts "/etc/app/users.acl" is where config is mounted: take another path',
    );
  });
});
