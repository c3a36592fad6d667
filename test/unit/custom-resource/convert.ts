import type { z } from 'zod';
import { convertSchema } from '../../../src/custom-resource/convert/convert-schema';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { Problems } from '../../../src/props/problem';

/** What a CRD says for a schema. @throws InvalidPropsError with what it cannot say */
export function convert(schema: z.ZodType): JSONSchemaProps {
  const problems = new Problems();
  const converted = convertSchema(schema, 'v1.spec', problems);
  problems.throwIfAny('X');
  return converted;
}
