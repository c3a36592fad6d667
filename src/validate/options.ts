import type { Severity } from './issue';
import type { RuleCode } from './rule-codes';

/** What {@link validate} may be told. */
export interface ValidateOptions {
  /**
   * CustomResourceDefinitions that are in the cluster but not among the manifests.
   *
   * @default none
   */
  readonly customResources?: readonly unknown[];
  /**
   * The version of Kubernetes whose API server will see the manifests.
   *
   * @default '1.35'
   */
  readonly kubernetes?: '1.35';
  /**
   * How bad the issues of a code are, or `'off'`.
   *
   * @default as each rule says
   */
  readonly rules?: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /**
   * Where an issue comes from: the path of a construct, or a file and a line. It is asked for each issue.
   *
   * @param index of the manifest
   * @param path of the issue in it
   * @default issues have no source
   */
  readonly sources?: (index: number, path: string) => string | undefined;
}
