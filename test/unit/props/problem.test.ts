import { InvalidPropsError, keyed, Problems } from '../../../src/props/problem';

const textOf = (add: (problems: Problems) => void): string => {
  const problems = new Problems();
  add(problems);
  try {
    problems.throwIfAny('Thing "shop/thing"');
    return '';
  } catch (error) {
    return error instanceof InvalidPropsError ? error.message : String(error);
  }
};

describe('Problems', () => {
  test.each([
    ['a string in quotes', 'size', '10 "GB"', 'size "10 \\"GB\\"" is wrong'],
    ['an empty string', 'size', '', 'size "" is wrong'],
    ['a number', 'size', 1.5, 'size 1.5 is wrong'],
    ['NaN, which JSON has not', 'size', NaN, 'size NaN is wrong'],
    ['Infinity, which JSON has not', 'size', -Infinity, 'size -Infinity is wrong'],
    ['a boolean', 'size', false, 'size false is wrong'],
    ['no object', 'size', { a: 1 }, 'size is wrong'],
    ['no list', 'size', [1], 'size is wrong'],
    ['no null', 'size', null, 'size is wrong'],
    ['nothing', 'size', undefined, 'size is wrong'],
    ['no prop when there is none', '', 'x', '"x" is wrong'],
  ])('show %s', (_sentence, prop, value, text) => {
    expect(
      textOf((problems) => {
        problems.add(prop, value, 'is wrong');
      }),
    ).toBe(`Thing "shop/thing": ${text}`);
  });

  test('are one error with all of them, in order', () => {
    const text = textOf((problems) => {
      problems.add('b', 1, 'is wrong');
      problems.add('a', undefined, 'is missing');
    });
    expect(text).toBe('Thing "shop/thing" has 2 problems:\n  b 1 is wrong\n  a is missing');
  });

  test('are no error when there is none', () => {
    expect(textOf(() => undefined)).toBe('');
  });

  test.each([
    ['ports', 'http', 'ports.http'],
    ['ports', '["web-admin"]', 'ports["web-admin"]'],
    ['ports', '', 'ports'],
    ['', 'image', 'image'],
    ['', '', ''],
  ])('at %j know %j by its path', (prefix, prop, path) => {
    expect(
      textOf((problems) => {
        problems.at(prefix).add(prop, undefined, 'is wrong');
      }),
    ).toBe(`Thing "shop/thing": ${path && `${path} `}is wrong`);
  });

  test('at a path are the same problems', () => {
    const text = textOf((problems) => {
      problems.at('a').at('b').add('c', 1, 'is wrong');
      problems.add('d', 2, 'is wrong');
    });
    expect(text).toBe('Thing "shop/thing" has 2 problems:\n  a.b.c 1 is wrong\n  d 2 is wrong');
  });

  test('check what is given, and only that', () => {
    const text = textOf((problems) => {
      problems.check('missing', undefined, () => 'is wrong');
      problems.check('right', 1, () => undefined);
      problems.check('wrong', 0, (value) => `is ${value}`);
    });
    expect(text).toBe('Thing "shop/thing": wrong 0 is 0');
  });
});

test('an InvalidPropsError has the subject and the problems for programs', () => {
  const problems = [{ prop: 'image', value: 'redis', phrase: 'has no tag' }];
  const error = new InvalidPropsError('Thing "shop/thing"', problems);
  const { code, name, subject } = error;
  expect({ code, name, subject, problems: error.problems }).toEqual({
    code: 'INVALID_PROPS',
    name: 'InvalidPropsError',
    subject: 'Thing "shop/thing"',
    problems,
  });
  expect(error).toBeInstanceOf(Error);
});

test.each([
  ['HOST', 'env.HOST'],
  ['_a1$', 'env._a1$'],
  ['log-shipper', 'env["log-shipper"]'],
  ['/data', 'env["/data"]'],
  ['1a', 'env["1a"]'],
  ['say "hi"', 'env["say \\"hi\\""]'],
  ['', 'env[""]'],
])('keyed() writes the key %j as JavaScript does', (key, path) => {
  expect(keyed('env', key)).toBe(path);
});
