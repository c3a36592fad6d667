import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { GOLDEN, goldenFiles } from '../golden/golden-files';
import { define, kubectl } from './cluster';

/** The golden files that are about something that the restricted Pod Security Standard forbids. */
const BEYOND_RESTRICTED = [
  'kubernetes-object/replica-set',
  'node-agent/fluentd',
  'node-agent/host-paths-of-an-init-container',
  'node-agent/host-ports',
  'node-agent/listens-on-localhost',
  'node-agent/node-exporter',
  'node-agent/privileged-network-plugin',
  'stateful-database/root-with-a-reason',
  'web-service/every-source-of-a-mount',
  'web-service/starts-as-root',
];

beforeAll(async () => {
  for (const namespace of ['shop', 'reporting', 'kiamol-ch20-authn-sre', 'kiamol-ch20-authn-test']) {
    await kubectl(['create', 'namespace', namespace]).catch(() => 'it is there');
    await kubectl(['label', '--overwrite', 'namespace', namespace, 'pod-security.kubernetes.io/warn=restricted']);
  }
  await define(readFileSync(join(GOLDEN, 'managed-redis/definition.yaml'), 'utf8'));
});

describe.each(goldenFiles())('$construct/$shows.yaml', ({ construct, shows, path }) => {
  const dryRun = ['apply', '--server-side', '--dry-run=server', '--validate=strict', '-f', path];

  test('is accepted by the API server, object for object', async () => {
    const documents = parseAllDocuments(readFileSync(path, 'utf8'));
    expect((await kubectl(dryRun)).trim().split('\n')).toHaveLength(documents.length);
  });

  const isBeyond = BEYOND_RESTRICTED.includes(`${construct}/${shows}`);
  test(`${isBeyond ? 'goes beyond' : 'passes'} the restricted Pod Security Standard`, async () => {
    const applied = kubectl([...dryRun, '--warnings-as-errors']);
    await (isBeyond
      ? expect(applied).rejects.toThrow('would violate PodSecurity')
      : expect(applied).resolves.toBeTruthy());
  });
});
