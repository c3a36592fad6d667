import {
  amount,
  checkShape,
  fields,
  flag,
  list,
  map,
  only,
  or,
  such,
  text,
  word,
  type Shape,
} from '../../../src/props/shape';
import { InvalidPropsError, Problems } from '../../../src/props/problem';

const said = (value: unknown, shape: Shape): readonly string[] => {
  const problems = new Problems();
  checkShape(problems, value, shape);
  try {
    problems.throwIfAny('it');
    return [];
  } catch (error) {
    if (!(error instanceof InvalidPropsError)) throw error;
    return error.problems.map(({ prop, phrase }) => `${prop} ${phrase}`.trim());
  }
};

test.each<[string, unknown, Shape, readonly string[]]>([
  ['a string', 1, text, ['is a number: give a string']],
  ['a flag', 'no', flag, ['is a string: give true or false']],
  ['an amount', true, amount, ['is a boolean: give a number']],
  ['an example', [], such(text, '"/data"'), ['is a list: give a string, such as "/data"']],
  ['a list', 'a', list(text, '["a"]'), ['is a string: give a list, such as ["a"]']],
  [
    'the items of a list',
    ['a', 1, null],
    list(text),
    ['[1] is a number: give a string', '[2] is null: give a string, or leave it out'],
  ],
  ['a map', [], map(text, '{ a: "b" }'), ['is a list: give an object, such as { a: "b" }']],
  ['the values of a map', { 'a/b': 1 }, fields({ x: text }), []],
  [
    'the fields of an object',
    { x: 1, y: { 'a/b': {} } },
    fields({ x: text, y: map(text, '{}') }),
    ['x is a number: give a string', 'y["a/b"] is an object: give a string'],
  ],
  ['a field that must be there', {}, fields({ x: text }, '{ x: "" }', ['x']), ['x is missing: give a string']],
  ['a field that there is not', { y: 1 }, only<{ x: string }>({ x: text }, ''), ['y is not known: there are x']],
  [
    'a field that is misspelt',
    { imgae: 1 },
    only<{ image: string }>({ image: text }, ''),
    ['imgae is not known: did you mean "image"'],
  ],
  [
    'a field that is cut short',
    { storageClass: 'x' },
    only<{ storageClassName: string }>({ storageClassName: text }, ''),
    ['storageClass is not known: did you mean "storageClassName"'],
  ],
  [
    'a field that is elsewhere',
    { runAsUser: 0 },
    only<{ user: number }>({ user: amount }, '', [], { runAsUser: 'use user' }),
    ['runAsUser is not known: use user'],
  ],
  ['no field that is undefined', { y: undefined }, only<{ x: string }>({ x: text }, ''), []],
  ['a word', 'indexd', word(['Once', 'Indexed']), ['is not known: did you mean "Indexed"']],
  ['a word of none alike', 'x', word(['Once', 'Indexed']), ['is not known: give "Once" or "Indexed"']],
  ['what is no word', 1, word(['Once', 'Indexed'], list(text)), ['is a number: give "Once" or "Indexed", or a list']],
  ['the items beside a word', [1], word(['Once'], list(text)), ['[0] is a number: give a string']],
  ['what stands for itself', false, or(fields({}), (value) => value === false), []],
  ['what is neither', true, or(fields({}), (value) => value === false), ['is a boolean: give an object']],
])('checkShape() checks %s', (_sentence, value, shape, problems) => {
  expect(said(value, shape)).toEqual(problems);
});
