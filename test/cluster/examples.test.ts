import { parseAllDocuments } from 'yaml';
import { examples, synthesize } from '../examples/synthesize';
import { define, kubectl } from './cluster';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

test.each(examples())('the API server accepts every object of %s', async (example) => {
  const files = Object.values(await synthesize(example));
  const definitions = files.filter((yaml) => read(yaml).some(isDefinition)).join('---\n');
  const objects = files.filter((yaml) => !read(yaml).some(isDefinition)).join('---\n');
  const namespaces = new Set(read(objects).flatMap(({ metadata }) => metadata.namespace ?? []));
  for (const namespace of namespaces) await kubectl(['create', 'namespace', namespace]).catch(() => 'it is there');
  if (definitions !== '') await define(definitions); // For real: a dry run of an object needs its kind.
  const dryRun = ['apply', '--server-side', '--dry-run=server', '--validate=strict', '-f', '-'];
  const accepted = await kubectl(dryRun, objects);
  expect(accepted.trim().split('\n')).toHaveLength(read(objects).length);
});

function read(yaml: string): readonly Manifest[] {
  return parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
}

function isDefinition({ kind }: Manifest): boolean {
  return kind === 'CustomResourceDefinition';
}
