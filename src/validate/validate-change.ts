import { checkManifests, checkOptions } from './check-options';
import type { Issue } from './issue';
import type { ValidateOptions } from './options';
import type * as change from './change/compare-manifests';

/** What {@link validateChange} may be told. `sources` is asked about the new manifests only. */
export type ValidateChangeOptions = Pick<ValidateOptions, 'customResources' | 'rules' | 'sources'>;

/**
 * Says what is wrong with a change: from the manifests that were applied to those that will be.
 *
 * Guarantees: an error means that the API server refuses to make the one object of the other, a warning that it does and that data is
 * lost, left behind, or out of the reach of clients. What is wrong with the new manifests by themselves is for `validate` to say. All issues
 * come back, first of the new manifests, in their order, then of those that are there no more. Nothing is thrown, whatever is
 * in the manifests.
 *
 * Assumptions: the old manifests were applied as they are, or come out of a cluster and have a `uid`. What they leave open, the server or
 * a controller may have filled in; a change from that is an error only where it is one whatever that was. Objects without a namespace go
 * to the same one as before.
 *
 * An annotation `cdk8s-workloads/ignore-<code>: <reason>` on an object takes the issues of that code away from it.
 *
 * @throws TypeError, InvalidPropsError as `validate` does
 * @param before as they come out of a YAML or JSON reader: the output of the last release, of the branch that is deployed, or of
 * `kubectl get -o yaml`
 * @example
 * const web = (clusterIP: string) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { clusterIP } });
 * const [issue] = validateChange([web('10.96.0.7')], [web('None')]);
 * issue?.path; // 'spec.clusterIP'
 * issue?.message; // 'was "10.96.0.7" and is "None", but it cannot be changed'
 */
export function validateChange(
  before: Iterable<unknown>,
  after: Iterable<unknown>,
  options: ValidateChangeOptions = {},
): readonly Issue[] {
  checkManifests('validateChange', 'before', before);
  checkManifests('validateChange', 'after', after);
  checkOptions('validateChange', options);
  // Most programs validate, and few compare: the rules about changes are loaded by those that do.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { compareManifests } = require('#validate/change/compare-manifests') as typeof change;
  return compareManifests(before, after, options);
}
