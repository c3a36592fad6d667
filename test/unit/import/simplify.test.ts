import type { Definition, Field } from '../../../tools/import/model';
import type { OpenApi, Schema } from '../../../tools/import/openapi';
import { simplify } from '../../../tools/import/simplify';
import { creates, GADGET, GADGETS, gadgetWith, kindSchema, openApi, reference } from './sample-openapi';

const definitionOf = (document: OpenApi, name: string): Definition | undefined =>
  simplify(document).definitions.find((definition) => definition.name === name);

function fieldOf(field: string, schema: Schema, definitions: Readonly<Record<string, Schema>> = {}): Field | undefined {
  return definitionOf(gadgetWith({ [field]: schema }, { definitions }), 'GadgetSpec')?.fields[0];
}

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const INT_OR_STRING = 'io.k8s.apimachinery.pkg.util.intstr.IntOrString';

describe('simplify()', () => {
  it.each([
    [{ type: 'string' }, 'string'],
    [{ type: 'string', format: 'byte' }, 'bytes'],
    [{ type: 'integer', format: 'int32' }, 'int32'],
    [{ type: 'integer', format: 'int64' }, 'int64'],
    [{ type: 'number', format: 'double' }, 'number'],
    [{ type: 'boolean' }, 'boolean'],
    [reference(QUANTITY), 'quantity'],
    [reference('io.k8s.apimachinery.pkg.apis.meta.v1.Time'), 'time'],
    [reference('io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime'), 'micro-time'],
    [reference('io.k8s.apimachinery.pkg.runtime.RawExtension'), 'object'],
    [reference('io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON'), 'any'],
  ] as const)('calls %j a scalar: %s', (schema, scalar) => {
    expect(fieldOf('size', schema)?.type).toEqual({ is: 'scalar', scalar });
  });

  it.each([
    ['targetPort', 'int-or-string'],
    ['maxSurge', 'int-or-percent'],
    ['minAvailable', 'int-or-percent'],
  ])('tells by its name that %s is %s', (field, scalar) => {
    expect(fieldOf(field, reference(INT_OR_STRING))?.type).toEqual({ is: 'scalar', scalar });
  });

  it('keeps arrays with their keys, sets, maps and enums', () => {
    const text: Schema = { type: 'string', default: '' };
    const modes: Schema = { type: 'array', items: { type: 'string', enum: ['A', 'B'] } };
    const keyed: Schema = { type: 'array', items: text, 'x-kubernetes-list-map-keys': ['name', 'port'] };

    expect(fieldOf('modes', modes)?.type).toEqual({ is: 'array', of: { is: 'enum', values: ['A', 'B'] } });
    expect(fieldOf('ports', keyed)?.type).toMatchObject({ is: 'array', keys: ['name', 'port'] });
    expect(fieldOf('finalizers', { type: 'array', items: text, 'x-kubernetes-list-type': 'set' })?.type).toMatchObject({
      set: true,
    });
    expect(fieldOf('limits', { type: 'object', additionalProperties: reference(QUANTITY) })?.type).toEqual({
      is: 'map',
      of: { is: 'scalar', scalar: 'quantity' },
    });
  });

  it('knows the values of some strings that the document leaves open', () => {
    const name = 'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement';
    const requirement: Schema = { type: 'object', properties: { operator: { type: 'string' } } };
    const document = gadgetWith({ it: reference(name) }, { definitions: { [name]: requirement } });

    expect(definitionOf(document, 'LabelSelectorRequirement')?.fields[0]?.type).toEqual({
      is: 'enum',
      values: ['DoesNotExist', 'Exists', 'In', 'NotIn'],
    });
  });

  it('keeps a default only where it is more than a zero value of Go', () => {
    expect(fieldOf('protocol', { type: 'string', default: 'TCP' })?.default).toBe('TCP');
    for (const zero of ['', 0, false, {}])
      expect(fieldOf('x', { type: 'string', default: zero })).not.toHaveProperty('default');
  });

  it('requires what the document requires, but for what the server fills in', () => {
    const text: Schema = { type: 'string' };
    const roleRef: Schema = {
      type: 'object',
      properties: { apiGroup: text, name: text },
      required: ['apiGroup', 'name'],
    };
    const name = 'io.k8s.api.rbac.v1.RoleRef';
    const document = gadgetWith({ ref: reference(name) }, { definitions: { [name]: roleRef } });

    expect(definitionOf(document, 'RoleRef')?.fields).toMatchObject([
      { name: 'apiGroup', required: false },
      { name: 'name', required: true },
    ]);
  });

  it('knows the definitions that are only below the status of a kind', () => {
    const object: Schema = { type: 'object' };
    const status = 'io.k8s.api.apps.v1.GadgetStatus';
    const shared = 'io.k8s.api.apps.v1.Shared';
    const { definitions } = simplify(
      openApi(
        { [GADGETS]: creates('Gadget') },
        {
          [GADGET]: kindSchema('Gadget', { spec: reference(shared), status: reference(status) }),
          [shared]: object,
          [status]: {
            type: 'object',
            properties: { last: reference('io.k8s.api.apps.v1.Last'), shared: reference(shared) },
          },
          'io.k8s.api.apps.v1.Last': object,
        },
      ),
    );

    expect(definitions.filter(({ statusOnly }) => statusOnly).map(({ name }) => name)).toEqual([
      'GadgetStatus',
      'Last',
    ]);
  });

  it('knows the kinds that other definitions hold', () => {
    const holder = gadgetWith({ templates: { type: 'array', items: reference(GADGET) } });

    expect(definitionOf(holder, 'Gadget')?.embedded).toBe(true);
    expect(definitionOf(gadgetWith({}), 'Gadget')?.embedded).toBe(false);
  });

  it('refuses a shape that it does not know, with the path to it', () => {
    expect(() => fieldOf('size', { type: 'integer' })).toThrow(
      'GadgetSpec.size has a shape that tools/import does not know: {"type":"integer"}',
    );
  });
});
