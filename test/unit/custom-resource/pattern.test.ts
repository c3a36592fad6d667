/* eslint-disable no-useless-escape, no-misleading-character-class, no-empty-character-class -- they are what is tested */
import { RE2JS } from '@bufbuild/re2';
import * as fc from 'fast-check';
import { literalPattern, toPattern } from '../../../src/custom-resource/convert/pattern';

test.each([
  [/^[a-z]([-a-z0-9]*[a-z0-9])?$/, '^[a-z]([-a-z0-9]*[a-z0-9])?$'],
  [/^id-\d+$/, '^id-\\d+$'],
  [/é/, 'é'],
  [/\u00e9\x41/, '\\x{00e9}\\x{41}'],
  [/\u{1F600}/u, '\\x{1F600}'],
  [/^a\/b$/, '^a/b$'],
  [/(?<year>\d{4})-(?:a|b)/, '(?P<year>\\d{4})-(?:a|b)'],
  [/^[^/]+$/, '^[^/]+$'],
  [/^.$/u, '^[^\\n\\r\\x{2028}\\x{2029}]$'],
  [/[\s\S]*/, '(?s:.)*'],
  [/\p{Lu}\p{Script=Greek}/u, '\\p{Lu}\\p{Greek}'],
  [/[[a]/, '[\\[a]'],
  [/\.\-\$/, '\\.\\-\\$'],
  [/^[\u0080-\uffff]+$/u, '^[\\x{0080}-\\x{ffff}]+$'],
  [/[\w-.][a-z-9][-a][a-]/, '[\\w-.][a-z-9][-a][a-]'],
  [/[a-\u{1F600}😀-😂]/u, '[a-\\x{1F600}😀-😂]'],
  [/\p{Script=Thai}/u, '\\p{Thai}'],
])('%s becomes %s', (expression, pattern) => {
  expect(toPattern(expression)).toEqual({ pattern });
  expect(() => RE2JS.compile(pattern)).not.toThrow();
});

test.each([
  [/a/i, 'has the flag "i"'],
  [/^a$/m, 'has the flag "m"'],
  [/a/g, 'has the flag "g"'],
  [/(?=a)/, 'looks around'],
  [/(?<!a)b/, 'looks around'],
  [/(a)\1/, 'refers back to a group'],
  [/(?<x>a)\k<x>/, 'refers back to a group'],
  [/a{1001}/, 'repeats more than 1000 times'],
  [/\cJ/, 'has a control character as \\c'],
  [/^.$/, 'counts an emoji as two characters'],
  [/^[^a]{3}$/, 'counts an emoji as two characters'],
  [/[😀]/, 'has a character beyond U+FFFF'],
  [/😀+/, 'has a character beyond U+FFFF'],
  [/\ud83d/, 'has half of a surrogate pair'],
  [/[]/, 'has [], which matches nothing'],
  [/\q/, 'escapes the letter "q" for no reason'],
  [/[[:alpha:]]/, 'has "[:" in a class'],
  [/[a\S]/, 'has \\S in a class'],
  [/^[\u0080-\uffff]+$/, 'has a class with halves of characters beyond U+FFFF: add the flag "u"'],
  [/^[^ -\uffff]*$/, 'has a class with halves of characters beyond U+FFFF'],
  [/^[a-\d]$/, 'has a range that ends in \\d, where JavaScript takes the "-" for itself: escape it'],
  [/^\p{Script=Grek}$/u, 'has the script "Grek" by its code: write the name, such as \\p{Script=Greek}'],
  [/\p{Emoji}/u, 'has the property "Emoji"'],
])('%s cannot become a pattern: it %s', (expression, problem) => {
  expect(toPattern(expression)).toEqual({ problem: expect.stringContaining(problem) as string });
});

describe('a pattern and its expression agree', () => {
  const expressions = [
    /^\s+$/,
    /^\S+$/,
    /^[\s,]*$/,
    /^.+$/,
    /^.{2}$/u,
    /^\w+\b.*$/,
    /^[^a-c]+$/,
    /^\D*\d?$/,
    /\v|\0/,
    /^(a|b)*?c{1,2}$/,
    /^[\w.]+@[\w.]+$/,
    /^\p{L}+$/u,
  ];
  const characters = [...Array.from('abcdXYZ09_-.,@ \t\n\v\f\r\0'), '\u00a0', '\u2028', '\ufeff', 'é', 'Ω', '😀'];
  const text = fc.array(fc.constantFrom(...characters), { maxLength: 4 }).map((parts) => parts.join(''));

  test.each(expressions)('%s', (expression) => {
    const result = toPattern(expression);
    const pattern = RE2JS.compile('pattern' in result ? result.pattern : '');
    fc.assert(
      fc.property(text, (value) => {
        expect(pattern.test(value)).toBe(expression.test(value));
      }),
      { numRuns: 2000 },
    );
  });
});

test('a literal pattern finds its text and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (needle, hay) => {
      expect(RE2JS.compile(literalPattern(needle)).test(hay)).toBe(hay.includes(needle));
    }),
  );
});
