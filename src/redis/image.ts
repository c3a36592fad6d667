import { z } from 'zod';
import { rule } from '../custom-resource/rule';

// Host and port of a registry, path, tag, digest: every image that it takes, container runtimes take. Expressions of RE2 cannot
// say what manifest/image.ts says, and what they say is the same in JavaScript.
const REGISTRY = '([a-zA-Z0-9]+([.-][a-zA-Z0-9]+)*(:[0-9]+)?/)?';
const WORD = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const TAG = ':[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}';
const DIGEST = '@sha256:[a-f0-9]{64}';
const IMAGE = new RegExp(`^${REGISTRY}${WORD}(/${WORD})*(${TAG}|(${TAG})?${DIGEST})$`);

/** An image with a tag other than `latest`, or with a digest: nobody could say what else runs. */
export function pinnedImage(): z.ZodString {
  const image = z.string().max(240).regex(IMAGE, 'must be an image with its version, such as "redis:7.2"');
  return rule(image, {
    rule: "!self.endsWith(':latest')",
    check: (text) => !text.endsWith(':latest'),
    message: 'must have a version in place of "latest", which moves',
  });
}
