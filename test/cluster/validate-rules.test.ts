import { builtInSchema } from '../../src/validate/schema';
import { allRules } from '../../src/validate/rules/table';
import { STRUCTURE_CODES } from '../../src/validate/structure-codes';
import { type Example, examples } from '../unit/validate/examples';
import { kubectl } from './cluster';
import { serverOf } from './differential/ask';
import { knownKind } from './differential/seeds';
import { prepare } from './differential/verdicts';

const SEVERITIES: ReadonlyMap<string, string> = new Map([
  ...allRules().map(({ code, severity }) => [code, severity] as const),
  ...Object.entries(STRUCTURE_CODES).map(([code, { severity }]) => [code, severity] as const),
]);

const table = builtInSchema();
const server = serverOf(table);
const isOfKnownKind = knownKind(table);

/** Of two objects with one name the second is refused, and a dry run does not see it. */
async function isAccepted({ manifests, path }: Example): Promise<boolean> {
  if (manifests.every(isOfKnownKind)) {
    const verdicts = await Promise.all(manifests.map((manifest) => server.create(manifest, '')));
    return verdicts.every(({ accepted }) => accepted);
  }
  // kubectl finds out where the others go, if anywhere.
  const created = kubectl(['create', '--dry-run=server', '--validate=strict', '--output=name', '-f', path]);
  return created.then(
    () => true,
    () => false,
  );
}

beforeAll(async () => {
  await prepare(server);
  // For the examples that have a namespace. A dry run creates nothing in them.
  await kubectl(['create', 'namespace', 'shop']).catch(() => 'it is there');
});

/** What a dry run in this cluster cannot show. */
const ELSEWHERE: readonly string[] = [
  // It needs its definition in the cluster: crd-values.test.ts compares custom resources with the server.
  ...['failing', 'failing-scale', 'passing', 'passing-scale'].map((name) => `custom-resource/${name}`),
  ...['failing', 'failing-run-time-error', 'passing', 'passing-update-only'].map(
    (name) => `custom-resource-rule/${name}`,
  ),
  ...['failing', 'failing-pattern', 'passing'].map((name) => `rules-not-evaluated/${name}`),
  ...['passing', 'passing-other-kind'].map((name) => `unserved-kind/${name}`),
  ...['failing', 'failing-domain', 'passing'].map((name) => `short-finalizer/${name}`),
  ...['failing-custom', 'passing-custom'].map((name) => `deprecated-version/${name}`),
  'missing-object/passing-ingress',
  'misspelt-reference/passing-sealed',
  // A dry run allocates no node ports.
  'node-port/failing-negative',
  // Their namespace would have to be there, with its labels: pod-security.test.ts compares pods with the server.
  'pod-security/failing',
  'pod-security/failing-restricted',
  'pod-security/passing',
  'pod-security/passing-restricted',
  'pod-security-template/failing',
  'pod-security-template/passing',
  'pod-security-template/passing-older-version',
  // Nodes of these names are in the cluster already.
  'pod-cidrs/passing',
  'pod-cidrs/passing-two',
  'taint/passing',
];
const ours = examples().filter(({ code, name }) => !ELSEWHERE.includes(`${code}/${name}`));

describe.each(ours)('examples/$code/$name.yaml', (example) => {
  const isRefused = example.fails && SEVERITIES.get(example.code) === 'error';
  test(`is ${isRefused ? 'refused' : 'accepted'} by the API server`, async () => {
    expect(await isAccepted(example)).toBe(!isRefused);
  });
});
