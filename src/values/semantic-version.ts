/** A semantic version, taken apart. */
export interface SemanticVersion {
  /** Major, minor and patch, in digits. */
  readonly numbers: readonly [string, string, string];
  /** What comes after "-", between its dots: none in a release. */
  readonly prerelease: readonly string[];
}

const NUMBER = String.raw`(0|[1-9]\d*)`;
const BEFORE_RELEASE = String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)`;
const BUILD = String.raw`[\da-zA-Z-]+`;
const PATTERN = new RegExp(
  String.raw`^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-(${BEFORE_RELEASE}(?:\.${BEFORE_RELEASE})*))?(?:\+${BUILD}(?:\.${BUILD})*)?$`,
);

/**
 * Reads a version as in https://semver.org; what is not one is undefined. What was built (after "+") makes no difference and is left out.
 *
 * @example parseSemanticVersion('1.2.3-rc.1')?.prerelease // ['rc', '1']
 */
export function parseSemanticVersion(text: string): SemanticVersion | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [, major = '', minor = '', patch = '', prerelease] = match;
  return { numbers: [major, minor, patch], prerelease: prerelease?.split('.') ?? [] };
}
