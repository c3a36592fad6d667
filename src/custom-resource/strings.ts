import { z } from 'zod';
import { formatProblem } from '../crd/formats';
import { marked, refuse } from './mark';

/** The formats of strings that the API server checks in custom resources. */
export type StringFormat =
  | 'byte'
  | 'cidr'
  | 'date'
  | 'date-time'
  | 'duration'
  | 'email'
  | 'hostname'
  | 'ipv4'
  | 'ipv6'
  | 'k8s-long-name'
  | 'k8s-short-name'
  | 'mac'
  | 'uri'
  | 'uuid';

/**
 * A string with a format that the API server checks, by its rules and no stricter: its `duration` takes `5 days`, its `uri` `/x`.
 *
 * @example z.object({ address: format('ipv4') })
 */
export function format(name: StringFormat): z.ZodString {
  return marked(z.string(), { add: { format: name } }, (payload) => {
    const problem = formatProblem(name, payload.value);
    if (problem !== undefined) refuse(payload, problem);
  });
}

/**
 * A moment, as Kubernetes writes it: `'2026-11-21T10:00:00Z'`.
 *
 * @example z.looseObject({ lastBackup: time().optional() })
 */
export function time(): z.ZodString {
  return format('date-time');
}
