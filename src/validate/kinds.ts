import { didYouMean } from '../values/did-you-mean';
import { groupOf } from '../manifest/object-key';
import type { Schema } from './schema';

/** Why there is no such kind, if its group is one of Kubernetes itself. */
export interface UnknownKind {
  readonly field: 'apiVersion' | 'kind';
  readonly message: string;
  readonly fix: string;
}

/**
 * What is wrong with an apiVersion and kind that the table does not have, or undefined when they can be those of a custom resource.
 *
 * The group of a custom resource has a dot in it, and a kind of Kubernetes in a group whose name is a slip away from its own is a slip.
 */
export function unknownKind(table: Schema, apiVersion: string, kind: string): UnknownKind | undefined {
  const kinds = Object.keys(table.kinds).map(readKind);
  const group = groupOf(apiVersion);
  const groups = [...new Set(kinds.map((known) => known.group))];
  const sameKind = kinds.filter((known) => known.kind === kind);
  if (group.includes('.') && !groups.includes(group) && API_VERSION.test(apiVersion)) {
    const meant = didYouMean(group, groups);
    if (meant === undefined || !sameKind.some((known) => known.group === meant)) return undefined;
  }
  if (sameKind.length > 0) {
    const choice = sameKind.map((known) => `"${known.apiVersion}"`).join(' or ');
    return { field: 'apiVersion', message: `"${apiVersion}" has no ${kind}`, fix: `write ${choice}` };
  }
  if (kind === 'PodSecurityPolicy' && (group === 'policy' || group === 'extensions')) {
    const fix = 'label the Namespace with pod-security.kubernetes.io/enforce in its place';
    return { field: 'kind', message: `"${kind}" is no more since Kubernetes 1.25`, fix };
  }
  const here = kinds.filter((known) => known.apiVersion === apiVersion);
  const meant = didYouMean(kind, names(here)) ?? didYouMean(kind, names(kinds));
  if (meant !== undefined)
    return { field: 'kind', message: `"${kind}" is not a kind`, fix: `did you mean "${meant}"?` };
  if (here.length > 0) {
    return {
      field: 'kind',
      message: `"${kind}" is not a kind of ${apiVersion}`,
      fix: `it has ${names(here).join(', ')}`,
    };
  }
  const versions = [...new Set(kinds.map((known) => known.apiVersion))];
  const near = didYouMean(apiVersion, versions);
  const fix = near === undefined ? 'write a group with a dot in it, or one of Kubernetes' : `did you mean "${near}"?`;
  return { field: 'apiVersion', message: `"${apiVersion}" is not an API version`, fix };
}

/** A DNS subdomain, and a DNS label that begins with a letter: what the server asks of custom resources and of aggregated ones. */
const API_VERSION = /^[a-z\d]([a-z\d.-]*[a-z\d])?\/[a-z]([a-z\d-]*[a-z\d])?$/;

interface Kind {
  readonly group: string;
  readonly apiVersion: string;
  readonly kind: string;
}

function readKind(key: string): Kind {
  const slash = key.lastIndexOf('/');
  const apiVersion = key.slice(0, slash);
  return { group: groupOf(apiVersion), apiVersion, kind: key.slice(slash + 1) };
}

function names(kinds: readonly Kind[]): readonly string[] {
  return kinds.map(({ kind }) => kind);
}
