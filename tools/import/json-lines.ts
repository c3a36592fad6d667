/** The entries of an object as JSON, one a line, without the braces around them: a diff of the file then names what changed. */
export function jsonLines(object: Readonly<Record<string, unknown>>): string {
  return Object.entries(object)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(',\n');
}
