import { validateChange } from '../../src/validate/validate-change';
import { THINGS } from '../unit/validate/change/bases';
import { changeCases, type ChangeCase, type Manifest } from '../unit/validate/change/changes';
import { forEach } from './api-client';
import { kubectl } from './cluster';

const NAMESPACE = 'validate-change';
const GROWS = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'validate-change-grows' },
  provisioner: 'example.com/none',
  allowVolumeExpansion: true,
};

const cases = changeCases('validate-change', NAMESPACE);
const bound = cases.map(({ before }) => before).filter(isBoundClaim);
const created: readonly Manifest[] = [GROWS, ...bound.map(volumeFor), ...cases.map(({ before }) => before)];

beforeAll(async () => {
  await kubectl(['create', 'namespace', NAMESPACE]).catch(() => 'it is there');
  await kubectl(['create', 'serviceaccount', 'default', '-n', NAMESPACE]).catch(() => 'it is there');
  await apply([THINGS]);
  await kubectl(['wait', `crd/${THINGS.metadata.name}`, '--for=condition=Established']);
  await apply(created);
  for (const { metadata } of bound) {
    await kubectl(['wait', '-n', NAMESPACE, `pvc/${metadata.name}`, '--for=jsonpath={.status.phase}=Bound']);
  }
});

afterAll(async () => {
  await kubectl(['delete', '--ignore-not-found', '--wait=false', '-f', '-'], list([...created, THINGS]));
  await kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
});

test('there are enough changes of both sorts', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(cases.filter(({ code }) => code === undefined).length).toBeGreaterThanOrEqual(20);
});

test(`of ${cases.length} changes validateChange() finds what the API server refuses, and nothing else`, async () => {
  const compared = await forEach(cases, async (change) => ({
    what: change.what,
    theirs: await refusal(change),
    ours: errors(change),
  }));
  const wrong = compared.filter(({ theirs, ours }) => (theirs !== undefined) !== ours.length > 0);
  expect(wrong).toEqual([]);
});

test('what the server accepts is no error beside what it prints of the objects', async () => {
  const accepted = cases.filter(({ code }) => code === undefined);
  const live = JSON.parse(
    await kubectl(['get', '-o', 'json', '-f', '-'], list(accepted.map(({ before }) => before))),
  ) as {
    readonly items: readonly Manifest[];
  };
  const issues = validateChange(
    live.items,
    accepted.map(({ after }) => after),
    { customResources: [THINGS] },
  );
  expect(live.items).toHaveLength(accepted.length);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(validateChange(live.items, live.items, { customResources: [THINGS] })).toEqual([]);
});

/** Why the server does not make the one of the other, or undefined. */
async function refusal({ after }: ChangeCase): Promise<string | undefined> {
  try {
    await apply([after], '--dry-run=server');
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function errors({ before, after }: ChangeCase): readonly string[] {
  return validateChange([before], [after], { customResources: [THINGS] })
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path} ${message}`);
}

function apply(manifests: readonly Manifest[], ...flags: readonly string[]): Promise<string> {
  return kubectl(['apply', '--server-side', '--validate=strict', ...flags, '-f', '-'], list(manifests));
}

function list(items: readonly Manifest[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

function isBoundClaim(manifest: Manifest): boolean {
  const { spec } = manifest as { readonly spec?: { readonly storageClassName?: string } };
  return manifest.kind === 'PersistentVolumeClaim' && spec?.storageClassName === GROWS.metadata.name;
}

function volumeFor({ metadata: { name, namespace } }: Manifest): Manifest & { readonly spec: unknown } {
  const spec = {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '1Gi' },
    claimRef: { name, namespace },
    hostPath: { path: '/tmp/validate-change' },
    storageClassName: GROWS.metadata.name,
  };
  return { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: `${name}-volume` }, spec };
}
