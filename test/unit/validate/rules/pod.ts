import type { Issue } from '../../../../src/validate/issue';
import { validate } from '../../../../src/validate/validate';

type Fields = Readonly<Record<string, unknown>>;

/** A Pod with these fields in its spec, beside one container. */
export function pod(spec: Fields, metadata: Fields = {}): Fields {
  const containers = [{ name: 'web', image: 'nginx:1.29' }];
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', ...metadata }, spec: { containers, ...spec } };
}

/** A Pod whose only container has these fields. */
export function podOf(container: Fields, spec: Fields = {}): Fields {
  return pod({ containers: [{ name: 'web', image: 'nginx:1.29', ...container }], ...spec });
}

/** A Deployment of pods with these fields in their spec. */
export function deployment(spec: Fields, labels: Fields = {}): Fields {
  const { spec: podSpec } = pod(spec);
  const template = { metadata: { labels: { app: 'web', ...labels } }, spec: podSpec };
  const selector = { matchLabels: { app: 'web' } };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { selector, template } };
}

/** The codes that are found, each once. */
export function codes(manifest: Fields, severity: Issue['severity'] = 'error'): readonly string[] {
  const found = validate([manifest]).filter((issue) => issue.severity === severity);
  return [...new Set(found.map(({ code }) => code))];
}
