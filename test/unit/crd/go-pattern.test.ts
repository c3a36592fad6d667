import { goPattern, goPatternProblem } from '../../../src/crd/go-pattern';

function matches(pattern: string, text: string): boolean | undefined {
  const read = goPattern(pattern);
  return 'expression' in read ? read.expression.test(text) : undefined;
}

// The verdicts are those of Go's regexp, which was asked for a million of pairs like these.
test.each<[pattern: string, taken: readonly string[], refused: readonly string[]]>([
  ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', ['a', 'a-b'], ['', 'a-', 'A', 'a\n']],
  ['b', ['abc'], ['aBc']],
  ['\\Aa\\z', ['a'], ['a\n', 'ba']],
  ['(?m)^b$', ['b', 'a\nb\nc'], ['a\rb', 'b\u2028c']],
  ['^.$', ['a', '😀', '\r', '\u2028'], ['\n', 'ab']],
  ['(?s)^.$', ['\n'], ['ab']],
  ['(?s:.)(?-s:.)', ['\na'], ['a\n']],
  ['^\\s$', [' ', '\t', '\n'], ['\v', '\u00a0', '\ufeff']],
  ['^\\S$', ['\v', '\u00a0', 'a'], [' ']],
  ['^\\d\\w\\D\\W$', ['1a-é'], ['١a-é', '1éa-']],
  ['^[[:alpha:]_[:digit:]]+$', ['aZ_9'], ['é', '[:']],
  ['^[[:^alpha:]]$', ['1', 'é'], ['a']],
  ['^[\\d\\-z]$', ['5', '-', 'z'], ['a']],
  ['^[]a]$', [']', 'a'], ['b']],
  ['^[^]a]$', ['b', '\n'], [']', 'a']],
  ['^[a-]$', ['a', '-'], ['b']],
  ['^[a&&b]$', ['&'], ['&&']],
  ['^[[a]$', ['[', 'a'], [']']],
  ['(?i)^straße$', ['STRAßE', 'ſtraße'], ['strasse']],
  ['(?i)^\\W$', ['-', 'é'], ['a', 'K', 'ſ']],
  ['(?i)^[^k]$', ['a'], ['k', 'K', '\u212a']],
  ['^(?P<year>\\d{4})-(?<month>\\d\\d)$', ['2026-01'], ['2026-1']],
  ['^\\p{Lu}\\pL\\p{Greek}\\P{L}\\p{^L}\\p{Any}$', ['AaΩ12x'], ['aaΩ12x']],
  ['^[\\p{L}\\d]+$', ['é1'], ['-']],
  ['^\\x41\\x{1F600}\\101\\0$', ['A😀A\0'], ['A😀A0']],
  ['^\\a\\f\\t\\n\\r\\v$', ['\x07\f\t\n\r\v'], ['a']],
  ['^\\Qa.b*\\E+$', ['a.b*', 'a.b**'], ['axb']],
  ['\\Qa.b', ['xa.by'], ['axb']],
  ['^\\_\\-\\/\\"\\#$', ['_-/"#'], ['\\_']],
  ['^a{,2}{b}]$', ['a{,2}{b}]'], ['aa{b}]']],
  ['^a{2}b{1,2}?c{0,}$', ['aab', 'aabbcc'], ['ab']],
  ['^*a$+', ['a'], ['ab']],
  ['a|', ['', 'b'], []],
  ['\\b-\\B', ['a--'], ['-a']],
  ['(?U)^a+$', ['aa'], ['b']],
  ['^(a(?i))b$', ['ab'], ['aB', 'AB']],
])('%s matches what Go matches with it', (pattern, taken, refused) => {
  expect(taken.filter((text) => matches(pattern, text) !== true)).toEqual([]);
  expect(refused.filter((text) => matches(pattern, text) !== false)).toEqual([]);
});

test.each([
  ['a(?=b)', /look-around/],
  ['(?<!a)b', /look-around/],
  ['(?P<a b>c)', /name it with letters/],
  ['(a', /"\(" without its "\)"/],
  ['a)', /"\)" without its "\("/],
  ['[a', /"\[" without its "\]"/],
  ['[]', /"\[" without its "\]"/],
  ['[z-a]', /range "z-a": swap its ends/],
  ['[a-\\d]', /"\\d", which is no escape/],
  ['[[:letter:]]', /"\[:letter:\]", which is no class/],
  ['*a', /nothing to repeat/],
  ['(|*)', /nothing to repeat/],
  ['a**', /repeats a repeat/],
  ['a{2}+', /repeats a repeat/],
  ['a{3,2}', /at least 3 and at most 2/],
  ['a{1001}', /more than 1000 times/],
  ['(a{40}){30}', /more than 1000 times/],
  ['(?i-:a)', /look-around/],
  ['\\1', /"\\1", which is no escape/],
  ['\\q', /"\\q", which is no escape/],
  ['\\Z', /"\\Z", which is no escape/],
  ['\\x{110000}', /"\\x\{110000\}", which is no escape/],
  ['a\\', /"\\", which is no escape/],
  ['\\p{NoScript}', /no class in Go/],
  ['\\p{Grek}', /no class in Go/],
  ['(?i:a)b)', /"\)" without its "\("/],
])('Go refuses %s', (pattern, problem) => {
  expect(goPatternProblem(pattern)).toMatch(problem);
});

test.each(['(a{40}){25}', '(a{1000}){1}', '((?i)a{1000}|b)', 'a{0}', '[a-z]+'])('Go takes %s', (pattern) => {
  expect(goPatternProblem(pattern)).toBeUndefined();
});

test.each([
  ['(?i:a)b', 'ignores the case of a part only, by "(?i)"'],
  ['(?i)\\P{Lu}', 'has all but the Unicode class "Lu" under "(?i)"'],
  ['(?i)[[:^lower:]]', 'has all but some letters under "(?i)"'],
  ['a*(?i)*', expect.stringContaining('is none in JavaScript') as string],
])('JavaScript cannot run %s', (pattern, unsupported) => {
  expect(goPattern(pattern)).toEqual({ unsupported });
});
