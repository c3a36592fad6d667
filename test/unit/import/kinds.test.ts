import { kindsOf } from '../../../tools/import/kinds';
import { shortNames } from '../../../tools/import/names';
import { creates, GADGETS, kindSchema, openApi } from './sample-openapi';

describe('kindsOf()', () => {
  const core = ['', 'v1'] as const;
  const document = openApi(
    {
      '/api/v1/zones': creates('Zone', core),
      [GADGETS]: creates('Gadget'),
      [`${GADGETS}/{name}/scale`]: {},
      [`${GADGETS}/{name}/status`]: {},
      '/apis/apps/v1/namespaces/{namespace}/gadgetsets/{name}/status': {},
    },
    {
      'io.k8s.api.apps.v1.Gadget': kindSchema('Gadget', {}),
      'io.k8s.api.core.v1.Zone': kindSchema('Zone', {}, core),
    },
  );

  it('reads the resource, the scope and the subresources of each kind off its paths', () => {
    const kinds = kindsOf(document, shortNames(Object.keys(document.components.schemas)));

    expect(kinds).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'Gadget',
        definition: 'Gadget',
        resource: 'gadgets',
        namespaced: true,
        subresources: ['scale', 'status'],
      },
      { apiVersion: 'v1', kind: 'Zone', definition: 'Zone', resource: 'zones', namespaced: false, subresources: [] },
    ]);
  });
});
