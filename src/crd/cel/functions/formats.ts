import {
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelKeyProblem,
  labelValueProblem,
} from '../../../manifest/name';
import { formatProblem } from '../../formats';
import { isRequestUri } from '../../../manifest/request-uri';
import type { FunctionTable } from '../signature';
import { list, NONE, type Opaque, type Optional, some } from '../value';

type Problem = (text: string) => string | undefined;

/** A prefix may end in "-", because more will follow. */
const asPrefix =
  (problem: Problem): Problem =>
  (text) =>
    problem(text.length > 1 ? text.replace(/-$/, 'a') : text);

const FORMATS: Readonly<Record<string, Problem>> = {
  dns1123Label: dnsLabelProblem,
  dns1123Subdomain: dnsSubdomainProblem,
  dns1035Label: dns1035LabelProblem,
  qualifiedName: labelKeyProblem,
  dns1123LabelPrefix: asPrefix(dnsLabelProblem),
  dns1123SubdomainPrefix: asPrefix(dnsSubdomainProblem),
  dns1035LabelPrefix: asPrefix(dns1035LabelProblem),
  labelValue: labelValueProblem,
  uri: (text) => (isRequestUri(text) ? undefined : 'is no URI'),
  uuid: (text) => formatProblem('uuid', text),
  byte: (text) => formatProblem('byte', text),
  date: (text) => formatProblem('date', text),
  datetime: (text) => formatProblem('date-time', text),
};

function format(name: string): Opaque {
  return { kind: 'opaque', type: 'kubernetes.NamedFormat', identity: name, data: name };
}

function validate({ data }: Opaque, text: string): Optional {
  const problem = FORMATS[data as string]?.(text);
  return problem === undefined ? NONE : some(list([problem]));
}

export const NAMED_FORMATS: FunctionTable = {
  ...Object.fromEntries(
    Object.keys(FORMATS).map((name) => [`format.${name}(): kubernetes.NamedFormat`, () => format(name)]),
  ),
  'format.named(string): optional_type(kubernetes.NamedFormat)': (name: string) =>
    Object.hasOwn(FORMATS, name) ? some(format(name)) : NONE,
  '<kubernetes.NamedFormat>.validate(string): optional_type(list(string))': validate,
};
