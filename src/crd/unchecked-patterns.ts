import type { JSONSchemaProps } from '../manifest/kubernetes';
import { goPattern } from './go-pattern';
import { schemaNodes } from './schema-walk';
import type { ValueProblem } from './value-problem';

/**
 * The patterns of a schema that the API server runs and JavaScript cannot, so that `checkValue` takes any string there. Their paths are
 * from the schema: `properties.name.pattern`.
 *
 * @example uncheckedPatterns({ type: 'string', pattern: '(?i:a)b' }).map(({ path }) => path) // ['pattern']
 */
export function uncheckedPatterns(schema: JSONSchemaProps): readonly ValueProblem[] {
  const problems: ValueProblem[] = [];
  for (const {
    schema: { pattern },
    path,
  } of schemaNodes(schema, '')) {
    const read = goPattern(pattern ?? '');
    if (!('unsupported' in read)) continue;
    const phrase = `${JSON.stringify(pattern)} ${read.unsupported}: it is left to the API server`;
    problems.push({ path: `${path}.pattern`.replace(/^\./, ''), phrase });
  }
  return problems;
}
