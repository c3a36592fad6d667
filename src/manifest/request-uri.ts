import { ipVersion } from './ip-address';

/**
 * Whether Go's `url.ParseRequestURI` reads a text, which is what the API server asks of the format `uri`: an absolute URI (`mailto:x`
 * is one), or a path from the root. Of a query it asks nothing, and a fragment belongs to what comes before it.
 */
export function isRequestUri(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- it refuses control characters
  if (text === '' || text.startsWith(':') || /[\0-\x1f\x7f]/.test(text)) return false;
  const [beginning] = /^[a-z][a-z\d+.-]*:/i.exec(text) ?? [];
  const [rest = ''] = text.slice(beginning?.length ?? 0).split('?', 1);
  if (!rest.startsWith('/')) return beginning !== undefined || text === '*';
  if (beginning === undefined || !rest.startsWith('//')) return hasGoodEscapes(rest);
  const [, authority = '', path = ''] = /^\/\/([^/]*)(.*)$/s.exec(rest) ?? [];
  return isAuthority(authority) && hasGoodEscapes(path);
}

function hasGoodEscapes(text: string): boolean {
  return !/%(?![\da-f]{2})/i.test(text);
}

function isAuthority(authority: string): boolean {
  const [, user = '', host = ''] = /^(?:(.*)@)?([^@]*)$/s.exec(authority) ?? [];
  if (!/^[\w.:~!$&'()*+,;=%@-]*$/.test(user) || !hasGoodEscapes(user)) return false;
  const [, bracketed, port = ''] = /^\[([^[]*)\]([^[\]]*)$/.exec(host) ?? [];
  if (bracketed !== undefined) return isBracketed(bracketed) && isPort(port);
  return !host.includes('[') && HOST.test(host) && isPort(/:[^:]*$/.exec(host)?.[0] ?? '');
}

/** Only what is not ASCII may be escaped in a host, and "%" itself. */
const HOST = /^([\w!"$&'()*+,.:;<=>[\]~\u0080-\u{10ffff}-]|%[89a-fA-F][\da-fA-F]|%25)*$/u;
/** What may be escaped in a zone is what may stand in a host without, a space, and "%". */
const ZONE =
  /^([\w!"$&'()*+,.:;<=>[\]~\u0080-\u{10ffff}-]|%(2[0-2457-9a-eA-E]|3[\da-eA-E]|[46][1-9a-fA-F]|[57][\daA]|5[bdfBDF]|7[eE]))+$/u;

function isPort(text: string): boolean {
  return /^(:\d*)?$/.test(text);
}

/** An address of version 6, and a zone after "%25" if there is one. */
function isBracketed(text: string): boolean {
  const [, address = '', zone] = /^(.*?)(?:%25(.*))?$/s.exec(text) ?? [];
  return ipVersion(address, 'strict') === 6 && (zone === undefined || ZONE.test(zone));
}
