import type { JobSpec } from '../../../../imports/kubernetes/types';
import type { Context } from '../../rule';

/** How many pods must succeed, after what the server fills in: 1 for a Job that says nothing, and nothing for the template of a CronJob. */
export function completionsOf({ completions, parallelism }: JobSpec, { object }: Context): number | undefined {
  return completions ?? (parallelism === undefined && object.kind === 'Job' ? 1 : undefined);
}
