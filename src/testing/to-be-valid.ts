import type { Chart } from 'cdk8s';
import { countIssues, issueTable, validate } from 'cdk8s-workloads/validate';
import { Problems } from '../props/problem';
import { anything, checkShape, only, word } from '../props/shape';
import type { Issue } from '../validate/issue';
import type { ValidateOptions } from '../validate/options';
import { manifestsUnder } from './manifests-under';

/** What {@link toBeValid} may be told, besides what `validate` may. */
export interface ValidityOptions extends Omit<ValidateOptions, 'sources'> {
  /**
   * What warnings do to a test.
   *
   * @default 'allow': only what the API server would refuse fails it
   */
  readonly warnings?: 'allow' | 'refuse';
}

/** What a matcher of jest or vitest gives. */
export interface MatcherResult {
  readonly pass: boolean;
  /** Says what was found. It is made when it is asked for. */
  message(): string;
}

declare global {
  // Merges with the matchers of @types/jest, if they are there.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // It has to have the type parameters that it has there.
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type
    interface Matchers<R, T = {}> {
      /** Whether the API server would take the manifests of an app, of a chart, or from `Testing.synth`. */
      toBeValid(options?: ValidityOptions): R;
    }
  }
}

/**
 * A matcher for jest and vitest: `expect(chart).toBeValid()` fails with a table of issues when the API server would refuse a manifest.
 *
 * Of a chart, its own manifests are judged, but as part of their app: a ConfigMap in another chart is there. A list of manifests is an app
 * of its own.
 *
 * @param received an `App`, a `Chart`, a list of manifests such as `Testing.synth` gives, or one manifest
 * @throws TypeError when it is given something else
 * @throws InvalidPropsError when an option is not known
 * @example
 * expect.extend({ toBeValid });
 * expect(app).toBeValid();
 * expect(chart).toBeValid({ warnings: 'refuse', rules: { 'plain-secret': 'off' } });
 */
export function toBeValid(received: unknown, options: ValidityOptions = {}): MatcherResult {
  checkOptions(options);
  const { warnings = 'allow', ...validation } = options;
  const { manifests, constructs, chart } = manifestsUnder(received);
  const issues = validate(manifests, { ...validation, sources: (index) => constructs[index]?.node.path });
  const own = chart === undefined ? issues : issues.filter((issue) => isIn(chart, issue));
  const bad = own.filter(({ severity }) => severity === 'error' || warnings === 'refuse');
  const found = bad.length === 0 ? 'found nothing' : `found ${countIssues(bad)}:\n${issueTable(bad)}`;
  return {
    pass: bad.length === 0,
    message: () =>
      bad.length === 0 ? `expected the manifests not to be valid, and ${found}` : `expected valid manifests, ${found}`,
  };
}

/** What an option of `validate` may be, that one says. */
const OPTIONS = only(
  {
    warnings: word(['allow', 'refuse']),
    customResources: anything,
    kubernetes: anything,
    rules: anything,
  },
  "{ warnings: 'refuse', rules: { 'plain-secret': 'off' } }",
);

function checkOptions(options: unknown): void {
  const problems = new Problems();
  checkShape(problems, options, OPTIONS);
  problems.throwIfAny('toBeValid');
}

function isIn(chart: Chart, { source = '' }: Issue): boolean {
  const { path } = chart.node;
  return path === '' || source === path || source.startsWith(`${path}/`);
}
