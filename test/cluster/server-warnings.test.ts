import { builtInSchema } from '../../src/validate/schema';
import { validate } from '../../src/validate/validate';
import { examples } from '../unit/validate/examples';
import { forEach } from './api-client';
import { serverOf } from './differential/ask';
import { knownKind, readSeeds } from './differential/seeds';
import { prepare } from './differential/verdicts';
import { kubectl } from './cluster';

// The API server takes much that it warns of. Who validates is told before.

const table = builtInSchema();
const server = serverOf(table);
const isOfKnownKind = knownKind(table);

/** What validate() leaves to the server, and why. */
const UNSAID: readonly (readonly [warning: RegExp, why: string])[] = [
  [/serviceAccountTokenInSecrets is unset|driver names should be lowercase/, 'only who makes a driver writes it'],
  [/^spec\.externalID\b/, 'only a kubelet writes it'],
  [/^nodeTopology\b/, 'only a provisioner writes it'],
  [/failed to find any PEM data in certificate input/, 'an empty pair is there to be filled'],
  [
    /^would violate PodSecurity\b/,
    'what the labels of a namespace say that only the cluster has, which the golden test labels',
  ],
];

const manifests = [
  ...examples().flatMap((example) => example.manifests.map((manifest) => ({ manifest, name: example.path }))),
  ...readSeeds(table),
].flatMap(({ manifest, name }) => (isOfKnownKind(manifest) ? [{ manifest, name }] : []));

beforeAll(async () => {
  await prepare(server);
  // For the examples that have a namespace. A dry run creates nothing in it.
  await kubectl(['create', 'namespace', 'shop']).catch(() => 'it is there');
});

test('what the API server warns of, validate() says', async () => {
  const asked = await forEach(manifests, async ({ manifest, name }) => {
    const { warnings = [] } = await server.create(manifest, '');
    return { manifest, name, warnings };
  });
  const warned = asked.filter(({ warnings }) => warnings.length > 0);
  expect(warned.length).toBeGreaterThan(80);
  const silent = warned.flatMap(({ manifest, name, warnings }) => {
    const paths = validate([manifest]).map(({ path }) => path);
    return warnings
      .filter(
        (warning) => !UNSAID.some(([text]) => text.test(warning)) && !paths.some((path) => isAbout(warning, path)),
      )
      .map((warning) => `${name}: ${warning}`);
  });
  expect(silent).toEqual([]);
});

/**
 * Whether a warning is about the part of the object that a path leads to. Some have no path, and are about whatever was said; one has a
 * `spec` that the object has not.
 */
function isAbout(warning: string, path: string): boolean {
  const [place = ''] = /^(spec|metadata|subsets|endpoints|scheduling|allowedTopologies)\b[\w.]*/.exec(warning) ?? [];
  const [theirs, ours] = [place, path].map((text) => text.toLowerCase().match(/\w+/g)?.slice(0, 2) ?? []);
  if (theirs === undefined || ours === undefined || theirs.length === 0) return true;
  return theirs.every((part, index) => part === ours[index]) || theirs.at(-1) === ours.at(-1);
}
