import { isRequestUri } from '../../../manifest/request-uri';
import type { FunctionTable } from '../signature';
import { fail, list, map, type Opaque } from '../value';

interface Url {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

/** The parts of a URL as Go's `url.Parse` finds them. */
function parse(text: string): Url {
  const [, scheme = '', rest = ''] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?([^#]*)/.exec(text) ?? [];
  const [, before = '', query = ''] = /^([^?]*)(?:\?(.*))?$/s.exec(rest) ?? [];
  const [, authority = '', path = ''] = /^(?:\/\/([^/]*))?(.*)$/s.exec(before) ?? [];
  const isOpaque = scheme !== '' && !before.startsWith('/');
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return { scheme: scheme.toLowerCase(), host: decode(host, false), path: isOpaque ? '' : escapePath(path), query };
}

/** Only what a path may not have is escaped anew. */
function escapePath(path: string): string {
  const isFine = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:@/[\]]|%[0-9a-fA-F]{2})*$/.test(path);
  return isFine ? path : encodeURI(decode(path, false)).replace(/[!'()*?#[\]]/g, (char) => ESCAPED[char] ?? char);
}

const ESCAPED: Readonly<Record<string, string>> = {
  ...{ '!': '%21', "'": '%27', '(': '%28', ')': '%29', '*': '%2A' },
  ...{ '?': '%3F', '#': '%23', '[': '%5B', ']': '%5D' },
};

function decode(text: string, isQuery: boolean): string {
  const plain = isQuery ? text.replace(/\+/g, ' ') : text;
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function queryOf(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    // Go drops what has a semicolon or a broken escape.
    if (pair === '' || pair.includes(';') || /%(?![0-9a-fA-F]{2})/.test(pair)) continue;
    const [key = '', ...value] = pair.split('=');
    const name = decode(key, true);
    values.set(name, [...(values.get(name) ?? []), decode(value.join('='), true)]);
  }
  return values;
}

const read = (text: string): Opaque => {
  if (!isRequestUri(text)) return fail(`"${text}" is no URL`);
  return { kind: 'opaque', type: 'kubernetes.URL', identity: text, data: parse(text) };
};

const get = (part: (url: Url) => string) => {
  return ({ data }: Opaque): string => part(data as Url);
};

const PORT = /:(\d*)$/;

export const URLS: FunctionTable = {
  'url(string): kubernetes.URL': read,
  'isURL(string): bool': isRequestUri,
  '<kubernetes.URL>.getScheme(): string': get(({ scheme }) => scheme),
  '<kubernetes.URL>.getHost(): string': get(({ host }) => host),
  '<kubernetes.URL>.getHostname(): string': get(({ host }) => host.replace(PORT, '').replace(/^\[(.*)\]$/, '$1')),
  '<kubernetes.URL>.getPort(): string': get(({ host }) => PORT.exec(host)?.[1] ?? ''),
  '<kubernetes.URL>.getEscapedPath(): string': get(({ path }) => path),
  '<kubernetes.URL>.getQuery(): map(string, list(string))': ({ data }: Opaque) =>
    map([...queryOf((data as Url).query)].map(([key, values]) => [key, list(values)] as const)),
};
