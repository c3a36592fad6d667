import type { SchemaTable } from '../../../src/manifest/schema-table';
import type { OpenApi, Schema } from '../../../tools/import/openapi';
import { simplify } from '../../../tools/import/simplify';
import { writeTable } from '../../../tools/import/write-table';
import { creates, GADGET, GADGET_SPEC, GADGETS, gadgetWith, kindSchema, openApi, reference } from './sample-openapi';

const text: Schema = { type: 'string' };

const tableOf = (document: OpenApi): SchemaTable => JSON.parse(writeTable(simplify(document))) as SchemaTable;

describe('writeTable()', () => {
  it('has the version, the kinds and one definition a line', () => {
    expect(writeTable(simplify(gadgetWith({ name: text })))).toBe(
      [
        `{"kubernetes":"1.99","kinds":{`,
        `"apps/v1/Gadget":{"definition":"Gadget","resource":"gadgets","namespaced":true}`,
        `},"definitions":{`,
        `"Gadget":{"fields":{"apiVersion":"string","kind":"string","spec":"GadgetSpec"}},`,
        `"GadgetSpec":{"fields":{"name":"string"}}`,
        `}}`,
        ``,
      ].join('\n'),
    );
  });

  it.each<[Schema, unknown]>([
    [{ type: 'array', items: text }, 'string[]'],
    [{ type: 'object', additionalProperties: { type: 'array', items: text } }, 'string[]{}'],
    [
      { type: 'string', enum: ['A', 'B'] },
      { type: 'string', enum: ['A', 'B'] },
    ],
    [
      { type: 'array', items: { type: 'string', enum: ['A'] } },
      { type: 'string[]', enum: ['A'] },
    ],
    [
      { type: 'array', items: text, 'x-kubernetes-list-map-keys': ['a'] },
      { type: 'string[]', keys: ['a'] },
    ],
    [
      { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
      { type: 'string[]', set: true },
    ],
    [
      { type: 'string', default: 'TCP' },
      { type: 'string', default: 'TCP' },
    ],
    [
      { type: 'object', additionalProperties: text, 'x-kubernetes-map-type': 'atomic' },
      { type: 'string{}', atomic: true },
    ],
  ])('writes %j as %j', (schema, cell) => {
    expect(tableOf(gadgetWith({ it: schema })).definitions.GadgetSpec?.fields.it).toEqual(cell);
  });

  it('puts what may be one of several in parentheses under a map', () => {
    const group = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1';
    const dependencies: Schema = {
      type: 'object',
      additionalProperties: reference(`${group}.JSONSchemaPropsOrStringArray`),
    };

    expect(tableOf(gadgetWith({ dependencies })).definitions.GadgetSpec?.fields.dependencies).toBe(
      '(JSONSchemaProps|string[]){}',
    );
  });

  it('requires a field, unless the server takes its absence for zero', () => {
    const name = 'io.k8s.api.core.v1.HTTPHeader';
    const header: Schema = { type: 'object', properties: { name: text, value: text }, required: ['name', 'value'] };
    const document = gadgetWith({ header: reference(name) }, { definitions: { [name]: header } });

    expect(tableOf(document).definitions.HTTPHeader?.required).toEqual(['name']);
  });

  it('requires what is always there to the server and has required fields itself', () => {
    const document = gadgetWith({ name: text }, { required: ['name'] });
    expect(tableOf(document).definitions.Gadget?.required).toEqual(['spec']);

    const pointed = { ...reference(GADGET_SPEC), default: undefined };
    const schemas = { ...document.components.schemas, [GADGET]: kindSchema('Gadget', { spec: pointed }) };
    expect(tableOf({ ...document, components: { schemas } }).definitions.Gadget).not.toHaveProperty('required');
  });

  it('says which fields the server ignores: some, and the status of every kind', () => {
    const name = 'io.k8s.api.core.v1.Lifecycle';
    const lifecycle: Schema = { type: 'object', properties: { stopSignal: text }, required: ['stopSignal'] };
    const document = gadgetWith({ lifecycle: reference(name), status: text }, { definitions: { [name]: lifecycle } });
    const { Lifecycle, GadgetSpec } = tableOf(document).definitions;

    expect(Lifecycle).toEqual({ fields: { stopSignal: { type: 'string', ignored: true } } });
    expect(GadgetSpec?.fields.status).toBe('string');
  });

  it('allows an empty enum where the server takes it for an absent one', () => {
    const name = 'io.k8s.api.core.v1.ServiceSpec';
    const modes = { type: 'string', enum: ['A'] } as const;
    const spec: Schema = { type: 'object', properties: { type: modes, ipFamilyPolicy: modes } };
    const document = gadgetWith({ spec: reference(name) }, { definitions: { [name]: spec } });

    expect(tableOf(document).definitions.ServiceSpec?.fields).toEqual({
      type: { type: 'string', enum: ['', 'A'] },
      ipFamilyPolicy: { type: 'string', enum: ['A'] },
    });
  });

  it('wants nothing of what is below a status but its fields and types', () => {
    const name = 'io.k8s.api.apps.v1.GadgetStatus';
    const phase = { type: 'string', enum: ['A'] } as const;
    const document = openApi(
      { [GADGETS]: creates('Gadget') },
      {
        [GADGET]: kindSchema('Gadget', { status: reference(name) }),
        [name]: { type: 'object', properties: { phase, count: text }, required: ['count'] },
      },
    );

    expect(tableOf(document).definitions.Gadget?.fields.status).toEqual({ type: 'GadgetStatus', ignored: true });
    expect(tableOf(document).definitions.GadgetStatus).toEqual({ fields: { phase: 'string', count: 'string' } });
  });
});
