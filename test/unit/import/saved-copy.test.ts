import { printSavedCopy, savedCopy } from '../../../tools/import/saved-copy';
import { creates, GADGET, GADGET_SPEC, GADGETS, gadgetWith, kindSchema, openApi, reference } from './sample-openapi';

describe('savedCopy()', () => {
  it('keeps the facts of a definition and drops its prose', () => {
    const field = { type: 'string', description: 'What it is for.', example: 'x', enum: ['b', 'a'] } as const;
    const { schemas } = savedCopy([gadgetWith({ mode: field })]).components;

    expect(schemas[GADGET_SPEC]).toEqual({
      type: 'object',
      properties: { mode: { type: 'string', enum: ['b', 'a'] } },
    });
  });

  it('keeps a field that is called description', () => {
    const { schemas } = savedCopy([gadgetWith({ description: { type: 'string' } })]).components;

    expect(schemas[GADGET_SPEC]?.properties).toEqual({ description: { type: 'string' } });
  });

  it('refuses a keyword that may be a fact it does not understand, and says where it is', () => {
    const bounded = { type: 'integer', format: 'int32', minimum: 1 } as const;

    expect(() => savedCopy([gadgetWith({ replicas: bounded })])).toThrow(
      `"${GADGET_SPEC}.replicas" has the unknown keyword "minimum"`,
    );
  });

  it('leaves out the definitions that no kind reaches', () => {
    const list = { type: 'array', items: reference(GADGET) } as const;
    const copy = savedCopy([gadgetWith({}, { definitions: { 'io.k8s.api.apps.v1.GadgetList': list } })]);

    expect(Object.keys(copy.components.schemas)).toEqual([GADGET, GADGET_SPEC]);
  });

  it('leaves out custom resources, whatever their group is called', () => {
    const group = ['gateway.networking.k8s.io', 'v1'] as const;
    const custom = openApi(
      { '/apis/gateway.networking.k8s.io/v1/namespaces/{namespace}/gateways': creates('Gateway', group) },
      { 'io.k8s.networking.gateway.v1.Gateway': kindSchema('Gateway', {}, group) },
    );

    expect(savedCopy([gadgetWith({}), custom])).toEqual(savedCopy([gadgetWith({})]));
  });

  it('keeps the collections and their subresources, but not what is created at a subresource', () => {
    const eviction = 'io.k8s.api.apps.v1.Eviction';
    const { components } = gadgetWith({});
    const paths = {
      [GADGETS]: creates('Gadget'),
      [`${GADGETS}/{name}`]: {},
      [`${GADGETS}/{name}/eviction`]: creates('Eviction'),
      [`${GADGETS}/{name}/proxy`]: {},
      [`${GADGETS}/{name}/proxy/{path}`]: {},
      '/apis/apps/v1/watch/gadgets': {},
    };
    const copy = savedCopy([openApi(paths, { ...components.schemas, [eviction]: kindSchema('Eviction', {}) })]);

    expect(copy.paths).toEqual({
      [GADGETS]: creates('Gadget'),
      [`${GADGETS}/{name}/eviction`]: {},
      [`${GADGETS}/{name}/proxy`]: {},
    });
    expect(copy.components.schemas).not.toHaveProperty([eviction]);
  });

  it('is the same for its own result', () => {
    const size = { type: 'integer', format: 'int32', description: 'How big.' } as const;
    const copy = savedCopy([gadgetWith({ size })]);

    expect(printSavedCopy(savedCopy([copy]))).toBe(printSavedCopy(copy));
  });

  it('is the same in whatever order the server says it', () => {
    const fields = { b: { type: 'string' }, a: { format: 'int32', type: 'integer' } } as const;
    const { a, b } = fields;
    const moved = gadgetWith({ a: { type: a.type, format: a.format }, b });

    expect(printSavedCopy(savedCopy([moved]))).toBe(printSavedCopy(savedCopy([gadgetWith(fields)])));
  });

  it('takes a definition that two groups share once, if they agree on its facts', () => {
    const one = gadgetWith({ a: { type: 'string' } });
    const inOtherWords = { type: 'string', description: 'In other words.' } as const;
    const same = gadgetWith({ a: inOtherWords });
    const other = gadgetWith({ a: { type: 'boolean' } });

    expect(savedCopy([one, same])).toEqual(savedCopy([one]));
    expect(() => savedCopy([one, other])).toThrow(`"${GADGET_SPEC}" is not the same in two API groups`);
  });

  it('refuses a document that lacks a definition', () => {
    expect(() => savedCopy([gadgetWith({ a: reference('io.k8s.api.apps.v1.Lost') })])).toThrow(
      '"io.k8s.api.apps.v1.Lost" is referred to, but is not in the document',
    );
  });
});

describe('printSavedCopy()', () => {
  it('writes one path and one definition a line, so that a diff names what changed', () => {
    const text = printSavedCopy(savedCopy([gadgetWith({})]));

    expect(text.split('\n').map((line) => line.slice(0, 40))).toEqual([
      '{"openapi":"3.0.0","info":{"title":"Kube',
      '"paths":{',
      '"/apis/apps/v1/namespaces/{namespace}/ga',
      '},"components":{"schemas":{',
      '"io.k8s.api.apps.v1.Gadget":{"properties',
      '"io.k8s.api.apps.v1.GadgetSpec":{"proper',
      '}}}',
      '',
    ]);
  });
});
