import type * as checks from '../crd/checks';

/**
 * What reads definitions and evaluates CEL. It is a third of the validator, and most apps have no custom resource: who meets one loads it,
 * by a name that the bundler leaves alone.
 */
export function customResourceChecks(): typeof checks {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('#crd/checks') as typeof checks;
}
