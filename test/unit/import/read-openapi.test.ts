import { readServer } from '../../../tools/import/read-openapi';
import { openApi } from './sample-openapi';

describe('readServer()', () => {
  const answers: Readonly<Record<string, unknown>> = {
    '/openapi/v3': {
      paths: Object.fromEntries(
        [
          '.well-known/openid-configuration',
          'api',
          'api/v1',
          'apis/apps',
          'apis/apps/v1',
          'apis/batch/v2beta1',
          'version',
        ].map((path) => [path, { serverRelativeURL: `/openapi/v3/${path}?hash=1` }]),
      ),
    },
    '/openapi/v3/api/v1?hash=1': openApi({ '/api/v1/pods': {} }, {}),
    '/openapi/v3/apis/apps/v1?hash=1': openApi({ '/apis/apps/v1/gadgets': {} }, {}),
    '/openapi/v3/apis/batch/v2beta1?hash=1': openApi({ '/apis/batch/v2beta1/things': {} }, {}),
  };

  it('asks for the document of every version of every group, and for nothing else', () => {
    const documents = readServer((path) => JSON.stringify(answers[path]));

    expect(documents.flatMap(({ paths }) => Object.keys(paths))).toEqual([
      '/api/v1/pods',
      '/apis/apps/v1/gadgets',
      '/apis/batch/v2beta1/things',
    ]);
  });
});
