import type { Schema } from '../../../tools/import/openapi';
import { simplify } from '../../../tools/import/simplify';
import { writeTypes } from '../../../tools/import/write-types';
import { GADGET, gadgetWith, reference } from './sample-openapi';

const text: Schema = { type: 'string' };

function interfacesWith(...document: Parameters<typeof gadgetWith>): readonly string[] {
  return writeTypes(simplify(gadgetWith(...document)))
    .trimEnd()
    .split('\n\n');
}

describe('writeTypes()', () => {
  it('says which version of Kubernetes it describes', () => {
    expect(interfacesWith({})[0]).toMatch(/^\/\/ The built-in kinds of Kubernetes 1\.99\./);
  });

  it('lists the kinds by apiVersion and kind', () => {
    expect(interfacesWith({})).toContain(`export interface Kinds {\n  readonly 'apps/v1/Gadget': Gadget;\n}`);
  });

  it('gives a kind its two literals, and metadata that may be left out', () => {
    expect(interfacesWith({}).find((type) => type.includes('interface Gadget '))).toBe(
      [
        `export interface Gadget {`,
        `  readonly apiVersion: 'apps/v1';`,
        `  readonly kind: 'Gadget';`,
        `  readonly metadata?: ObjectMeta;`,
        `  readonly spec?: GadgetSpec;`,
        `}`,
      ].join('\n'),
    );
  });

  it.each<[string, Schema, string]>([
    ['clusterIP', text, 'clusterIP?: string;'],
    ['x-kubernetes-list-type', text, `'x-kubernetes-list-type'?: string;`],
    ['$ref', text, '$ref?: string;'],
    ['mode', { type: 'string', enum: ['A', 'B'] }, `mode?: 'A' | 'B';`],
    ['modes', { type: 'array', items: { type: 'string', enum: ['A', 'B'] } }, `modes?: readonly ('A' | 'B')[];`],
    ['args', { type: 'array', items: text }, 'args?: readonly string[];'],
    ['labels', { type: 'object', additionalProperties: text }, 'labels?: { readonly [key: string]: string };'],
    ['size', reference('io.k8s.apimachinery.pkg.api.resource.Quantity'), 'size?: Quantity;'],
    ['port', reference('io.k8s.apimachinery.pkg.util.intstr.IntOrString'), 'port?: IntOrString;'],
    ['maxSurge', reference('io.k8s.apimachinery.pkg.util.intstr.IntOrString'), 'maxSurge?: IntOrPercent;'],
  ])('writes the field %s', (field, schema, line) => {
    expect(interfacesWith({ [field]: schema }).join('\n')).toContain(`  readonly ${line}\n`);
  });

  it('asks for the fields that are required', () => {
    expect(interfacesWith({ name: text }, { required: ['name'] })).toContain(
      'export interface GadgetSpec {\n  readonly name: string;\n}',
    );
  });

  it('lets nothing into an object without fields', () => {
    expect(interfacesWith({})).toContain('export interface GadgetSpec {\n  readonly [field: string]: never;\n}');
  });

  it('does not ask for apiVersion and kind where a kind is held by another', () => {
    const types = interfacesWith({ templates: { type: 'array', items: reference(GADGET) } }).join('\n');

    expect(types).toContain('readonly templates?: readonly EmbeddedGadget[];');
    expect(types).toContain(
      `interface EmbeddedGadget {\n  readonly apiVersion?: 'apps/v1';\n  readonly kind?: 'Gadget';`,
    );
    expect(types).toContain(`interface Gadget extends EmbeddedGadget {\n  readonly apiVersion: 'apps/v1';`);
    expect(types).toContain(`readonly 'apps/v1/Gadget': Gadget;`);
  });
});
