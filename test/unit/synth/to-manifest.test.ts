import { ApiObject, App, Chart, JsonPatch, Lazy, type IResolver } from 'cdk8s';
import { manifestRenderer, type InvalidManifestError, type Manifest } from '../../../src/synth/to-manifest';

test('a manifest has its fields in the order in which people write them', () => {
  const manifest = toManifest({
    spec: { z: 1, name: 'x', a: { namespace: 'n', kind: 'k', b: 2 } },
    metadata: { labels: {}, name: 'x' },
  });
  expect(JSON.stringify(manifest)).toBe(
    '{"apiVersion":"v1","kind":"Thing","metadata":{"name":"x"},"spec":{"name":"x","a":{"kind":"k","namespace":"n","b":2},"z":1}}',
  );
});

test('a patched manifest has its fields in the same order', () => {
  const object = thing({ spec: { b: 1 } });
  object.addJsonPatch(JsonPatch.add('/spec/a', { z: 1, name: 'x' }), JsonPatch.add('/aaa', null));
  expect(JSON.stringify(render(object))).toBe(
    '{"apiVersion":"v1","kind":"Thing","metadata":{"name":"c-thing-c891797c"},"aaa":null,"spec":{"a":{"name":"x","z":1},"b":1}}',
  );
});

test('a manifest keeps the keys that JavaScript has a meaning for', () => {
  const data = JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}') as object;
  expect(JSON.stringify(toManifest({ data })?.data)).toBe('{"__proto__":"a","constructor":"b","toString":"c"}');
});

test('a manifest that cannot be rendered names the object, the place and the value', () => {
  const act = (): unknown => toManifest({ spec: { containers: [{ 'start.at': new Date() }] } });
  expect(act).toThrow(
    `Thing "c/thing": spec.containers[0]["start.at"]: can't render non-simple object of type 'Date': ` +
      'give a string, a number, a boolean, a list or a plain object',
  );
  expect(act).toThrow(
    expect.objectContaining({ code: 'INVALID_MANIFEST', subject: 'Thing "c/thing"' }) as InvalidManifestError,
  );
});

test.each<[string, unknown]>([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
  ["non-simple object of type 'Map'", new Map()],
  ["non-simple object of type 'Promise'", Promise.resolve(1)],
])('a manifest cannot hold %s', (what, value) => {
  expect(() => toManifest({ spec: { value } })).toThrow(`spec.value: can't render ${what}: `);
});

test.each(['object', 'object with a patch'])('an error of a Lazy in an %s is kept as the cause', (which) => {
  const boom = new Error('boom');
  const fail = (): never => {
    throw boom;
  };
  const object = thing({ spec: Lazy.any({ produce: fail }) as unknown });
  if (which !== 'object') object.addJsonPatch(JsonPatch.remove('/spec'));
  expect(() => render(object)).toThrow(/^Thing "c\/thing": .*boom/);
  expect(() => render(object)).toThrow(expect.objectContaining({ cause: expect.any(Error) as Error }) as Error);
});

test('an object whose toJson gives no object is an error, and one that gives nothing is nothing', () => {
  const object = thing({});
  object.toJson = () => 'text';
  expect(() => render(object)).toThrow('Thing "c/thing": toJson() gives "text", which is no object');
  object.toJson = () => undefined;
  expect(render(object)).toBeUndefined();
});

test('an app with its own resolvers has them asked', () => {
  const shout: IResolver = {
    resolve(context) {
      if (context.value === 'psst') context.replaceValue('HEY');
    },
  };
  const chart = new Chart(new App({ resolvers: [shout] }), 'c');
  const object = new ApiObject(chart, 'thing', { apiVersion: 'v1', kind: 'Thing', spec: ['psst'] });
  expect(render(object)?.spec).toEqual(['HEY']);
});

function thing(props: object): ApiObject {
  return new ApiObject(new Chart(new App(), 'c'), 'thing', { apiVersion: 'v1', kind: 'Thing', ...props });
}

function toManifest(props: object): Manifest | undefined {
  return render(thing(props));
}

function render(object: ApiObject): Manifest | undefined {
  return manifestRenderer(App.of(object).resolvers).ofObject(object);
}
