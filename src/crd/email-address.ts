import { ipVersion } from '../manifest/ip-address';

/**
 * Whether Go's `mail.ParseAddress` reads a text, which is what the API server asks of the format `email`: one address of RFC 5322, so
 * `Ada <ada@example.com>` and `ada@localhost` are fine. A word of RFC 2047 in a name (`=?utf-8?q?Ada?=`) counts as any other word.
 */
export function isEmailAddress(text: string): boolean {
  const rest = afterAddress(text, true);
  return rest !== undefined && afterComments(rest) === '';
}

/** Each reader takes something from the beginning of a text and gives what follows, or undefined when it is not there. */
type Reader = (text: string) => string | undefined;

const ATOM = '[^\\0- \\x7f()<>[\\]:;@\\\\,".]';
const QUOTED = '"(?:[!#-\\[\\]-~\\u0080-\\u{10ffff} \\t]|\\\\[ -~\\t\\u0080-\\u{10ffff}])';
const readLocal = reader(`[ \\t]*(?:${ATOM}+(?:\\.${ATOM}+)*(?!\\.)|${QUOTED}+")@`);
const readDomain = reader(`[ \\t]*${ATOM}+(?:\\.${ATOM}+)*(?!\\.)`);
const readWord = reader(`[ \\t]*(?:(?:${ATOM}|\\.)+|${QUOTED}*")`);

function reader(pattern: string): Reader {
  const expression = new RegExp(`^${pattern}`, 'u');
  return (text) => {
    const [match] = expression.exec(text) ?? [];
    return match === undefined ? undefined : text.slice(match.length);
  };
}

function afterAddress(text: string, mayBeGroup: boolean): string | undefined {
  const bare = afterBareAddress(text);
  if (bare !== undefined) return withoutSpace(bare).startsWith('(') ? afterComment(withoutSpace(bare)) : bare;
  const named = withoutSpace(text).startsWith('<') ? text : afterName(text);
  const rest = withoutSpace(named ?? '');
  if (rest.startsWith(':') && mayBeGroup) return afterGroupOfOne(rest.slice(1));
  if (!rest.startsWith('<')) return undefined;
  const address = afterBareAddress(rest.slice(1));
  return address?.startsWith('>') ? address.slice(1) : undefined;
}

function afterBareAddress(text: string): string | undefined {
  const domain = readLocal(text);
  if (domain === undefined) return undefined;
  const [literal, ip] = /^[ \t]*\[([^[\]]*)\]/.exec(domain) ?? [];
  if (literal === undefined || ip === undefined) return readDomain(domain);
  return ipVersion(ip, 'strict') === undefined ? undefined : domain.slice(literal.length);
}

function afterName(text: string): string | undefined {
  let rest = readWord(text);
  for (let next = rest; next !== undefined;) {
    rest = afterComments(next);
    next = rest === undefined ? undefined : readWord(rest);
  }
  return rest;
}

function afterGroupOfOne(text: string): string | undefined {
  const address = afterAddress(text, false);
  const rest = address === undefined ? undefined : afterComments(address);
  return rest?.startsWith(';') ? afterComments(rest.slice(1)) : undefined;
}

/** After space and comments, if any; undefined when a comment does not end. */
function afterComments(text: string): string | undefined {
  let rest: string | undefined = withoutSpace(text);
  while (rest?.startsWith('(')) {
    const after = afterComment(rest);
    rest = after === undefined ? undefined : withoutSpace(after);
  }
  return rest;
}

/** After one comment, which may have others inside. */
function afterComment(text: string): string | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return text.slice(at + 1);
  }
  return undefined;
}

function withoutSpace(text: string): string {
  return text.replace(/^[ \t]+/, '');
}
