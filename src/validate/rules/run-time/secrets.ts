import type { Rule } from '../../rule';

export const secretNewline: Rule<'Secret'> = {
  code: 'secret-newline',
  severity: 'warning',
  on: 'Secret',
  summary:
    'A password or a token does not end in a line break, because that is part of it: "echo password | base64" adds one.',
  check({ data = {} }, at, report) {
    for (const [key, value] of Object.entries(data)) {
      // In base64, a line break at the end is one of these.
      if (!PASSWORD.test(key) || !/(?:Cg==|K|o=)$/.test(value)) continue;
      const text = Buffer.from(value, 'base64').toString('latin1');
      if (!/^[^\n]+\n$/.test(text)) continue;
      report(
        at.field('data').field(key),
        'ends in a line break',
        'encode it with "echo -n", or write it in stringData',
      );
    }
  },
};

const PASSWORD = /(?:^|[-_.])(?:user(?:name)?|pass(?:word|wd|phrase)?|secret|token|(?:api|access|secret)[-_]?key)$/i;
