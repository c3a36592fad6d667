import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { App } from '../../../../src/synth/app';
import { importCustomResource } from '../../../../src/custom-resource/import/import-custom-resource';
import type { CustomResourceDefinition } from '../../../../src/manifest/kubernetes';
import { refusal } from '../../refusal';

const text = readFileSync(join(__dirname, 'routes.yaml'), 'utf8');
const Route = importCustomResource(text);

const spec = { gateway: 'public', rules: [{ name: 'all', backend: { url: 'https://example.com/' } }] };

describe('what is imported', () => {
  test('has the definition as it is', () => {
    expect(Route.definition.metadata?.annotations).toHaveProperty(['controller-gen.kubebuilder.io/version'], 'v0.19.0');
    const { definition } = Route;
    expect(importCustomResource(definition).definition).toBe(definition);
  });

  test('reads JSON', () => {
    expect(importCustomResource(JSON.stringify(Route.definition)).definition).toEqual(Route.definition);
  });

  test('has the kind and the stored version', () => {
    expect([Route.name, Route.kind, Route.apiVersion]).toEqual(['Route', 'Route', 'net.shop.example.com/v1']);
    expect(Object.keys(Route.versions)).toEqual(['v1', 'v1alpha1']);
  });

  test('makes manifests, as they were written', () => {
    const manifest = Route.manifest({ metadata: { name: 'home', namespace: 'shop' }, spec });
    expect(manifest).toEqual({
      apiVersion: 'net.shop.example.com/v1',
      kind: 'Route',
      metadata: { name: 'home', namespace: 'shop' },
      spec,
    });
  });

  test('is a construct, with its definition', () => {
    const app = new App();
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    new Route.Definition(chart, 'definition');
    new Route(chart, 'home', { spec });
    const manifests = chart.toJson() as readonly { readonly kind: string; readonly metadata: object }[];
    expect(manifests.map(({ kind, metadata }) => ({ kind, ...metadata }))).toMatchObject([
      { kind: 'CustomResourceDefinition', name: 'routes.net.shop.example.com' },
      { kind: 'Route', name: 'home', namespace: 'shop' },
    ]);
  });

  test('fills in defaults for a controller, also below', () => {
    const { metadata } = { metadata: { name: 'home' } };
    expect(Route.parse({ apiVersion: 'net.shop.example.com/v1', kind: 'Route', metadata, spec })).toEqual({
      apiVersion: 'net.shop.example.com/v1',
      kind: 'Route',
      metadata,
      spec: {
        ...spec,
        replicas: 1,
        timeout: '10s',
        policy: 'Strict',
        settings: { retries: 3, codes: [502, 503] },
        rules: [{ ...spec.rules[0], 'path-prefix': '/' }],
      },
    });
  });

  test('keeps fields that nobody knows where the definition says so', () => {
    const parsed = Route.versions['v1alpha1']?.parse({
      apiVersion: 'net.shop.example.com/v1alpha1',
      kind: 'Route',
      metadata: { name: 'home' },
      anything: { goes: 1 },
    });
    expect(parsed).toMatchObject({ anything: { goes: 1 } });
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a field that is missing', { rules: spec.rules }, 'spec.gateway'],
    ['a field that is not there', { ...spec, gatway: 'x' }, 'spec.gatway'],
    ['a value out of range', { ...spec, replicas: -1 }, 'spec.replicas'],
    ['a pattern', { ...spec, hosts: ['a_b'] }, 'spec.hosts[0]'],
    ['a key that is there twice', { ...spec, rules: [spec.rules[0], spec.rules[0]] }, 'spec.rules[1]'],
    [
      'a rule of CEL',
      { ...spec, rules: [{ ...spec.rules[0], name: 'default' }] },
      "spec.rules[0] 'default' is not a name",
    ],
    [
      'a rule of CEL with no message',
      { ...spec, hosts: [] },
      'spec breaks the rule !has(self.hosts) || size(self.hosts) > 0',
    ],
    ['a value deep inside', { ...spec, fallback: { service: { name: 'a', port: 0 } } }, 'spec.fallback.service.port'],
  ])('refuses %s', (_, wrong, problem) => {
    const message = refusal(() => Route.manifest({ metadata: { name: 'home' }, spec: wrong }));
    expect(`${message} `).toContain(`Route "home": ${problem} `);
  });

  test('refuses a status of the author, and a name that the definition refuses', () => {
    const message = refusal(() => Route.manifest({ metadata: { name: '1a' }, spec, status: {} }));
    expect(message).toContain('metadata.name "1a"');
    expect(message).toContain('status is written by the controller');
  });
});

function changed(change: (definition: Record<string, never>) => void): string {
  const definition = JSON.parse(JSON.stringify(Route.definition)) as Record<string, never>;
  change(definition);
  return JSON.stringify(definition);
}

describe('what is refused', () => {
  test.each<[string, string, string]>([
    [
      'no YAML',
      'a: 1\nb: c: d\n',
      'importCustomResource: the document cannot be read: bad indentation of a mapping entry, at line 2, column 5: indent it as',
    ],
    [
      'a key twice',
      'kind: A\nkind: B\n',
      'the document has the key kind twice, at line 2, column 1: take one of them away',
    ],
    [
      'nothing',
      '---\n',
      'importCustomResource: the document has no CustomResourceDefinition: give the manifest of one',
    ],
    ['something else', 'kind: Deployment\n---\nkind: Service\n', 'but Deployment, Service'],
    [
      'two definitions',
      `${text}\n---\n${text}`,
      'has 2 CustomResourceDefinitions, routes.net.shop.example.com, routes.net.shop.example.com: give one of them',
    ],
    [
      'an old definition',
      text.replace('k8s.io/v1', 'k8s.io/v1beta1'),
      'CustomResourceDefinition "routes.net.shop.example.com": apiVersion "apiextensions.k8s.io/v1beta1" is gone since Kubernetes 1.22',
    ],
    [
      'a definition without a schema',
      changed((it) =>
        Object.assign(it, { spec: { ...(it['spec'] as unknown as object), versions: [{ name: 'v1' }] } }),
      ),
      'spec.versions[0].schema',
    ],
    ['a field that no definition has', text.replace('scope: Namespaced', 'scope: Namespaced\n  scop: x'), 'spec.scop'],
    ['a word that no schema has', text.replace('maxItems: 16', 'maxItem: 16'), 'maxItem'],
    ['a word of the wrong type', text.replace('maxItems: 16', 'maxItems: many'), 'maxItems'],
    [
      'a schema that the API server refuses',
      text.replace('x-kubernetes-list-map-keys: [name]', 'x-kubernetes-list-map-keys: [nam]'),
      'nam',
    ],
  ])('%s', (_, document, message) => {
    expect(refusal(() => importCustomResource(document))).toContain(message);
  });

  test('a list that kubectl wrote is read', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [Route.definition] };
    expect(importCustomResource(JSON.stringify(list)).kind).toBe('Route');
  });

  test('a typed list is read', () => {
    const { apiVersion, kind: _, ...item } = Route.definition;
    const list = { apiVersion, kind: 'CustomResourceDefinitionList', items: [item] };
    expect(importCustomResource(JSON.stringify(list)).kind).toBe('Route');
  });

  test('YAML is read as kubectl reads it', () => {
    expect(importCustomResource(text.replaceAll(': true', ': yes')).kind).toBe(importCustomResource(text).kind);
  });

  test('no object', () => {
    const message = refusal(() => importCustomResource(7 as unknown as CustomResourceDefinition));
    expect(message).toContain('kind is not CustomResourceDefinition');
  });
});
