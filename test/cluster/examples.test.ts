import { parseAllDocuments } from 'yaml';
import { examples, synthesize } from '../examples/synthesize';
import { kubectl } from './cluster';

interface Manifest {
  readonly metadata: { readonly namespace?: string };
}

test.each(examples())('the API server accepts every object of %s', async (example) => {
  const yaml = Object.values(await synthesize(example)).join('---\n');
  const manifests = parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
  const namespaces = new Set(manifests.flatMap(({ metadata }) => metadata.namespace ?? []));
  for (const namespace of namespaces) await kubectl(['create', 'namespace', namespace]).catch(() => 'it is there');
  const accepted = await kubectl(['apply', '--server-side', '--dry-run=server', '--validate=strict', '-f', '-'], yaml);
  expect(accepted.trim().split('\n')).toHaveLength(manifests.length);
});
