import { compile, run, withClaims, type CompiledSnippet } from './snippets';

const CODE = {
  true: `const hosts = ['a', 'b'];\nhosts.length; // 2, one for each\nhosts[0]; // 'a'\nhosts; // ['a', 'b']`,
  false: `[1, 2].length; // 3`,
  beginning: `'what is wrong'; // 'what is...'`,
  throws: `JSON.parse('{'); // throws JSON`,
  'throws nothing': `JSON.parse('{}'); // throws JSON`,
  mistyped: `const port: number = '80';`,
};

const compiled = new Map(
  compile(Object.entries(CODE).map(([title, code]) => ({ title, code: withClaims(code, '') }))).map((each) => [
    each.title,
    each,
  ]),
);

test.each(['true', 'beginning', 'throws'])('a snippet with a true comment runs: %s', (title) => {
  expect(snippet(title).problems).toEqual([]);
  run(snippet(title), require);
});

test.each(['false', 'throws nothing'])('a snippet with a false comment fails: %s', (title) => {
  expect(() => run(snippet(title), require)).toThrow('expect(');
});

test('a snippet with a type error has a problem', () => {
  expect(snippet('mistyped').problems).toEqual([
    expect.stringContaining("Type 'string' is not assignable to type 'number'"),
  ]);
});

function snippet(title: string): CompiledSnippet {
  const found = compiled.get(title);
  if (!found) throw new Error(`there is no snippet "${title}"`);
  return found;
}
