import { isMissingValue } from '../props/missing-value';
import { remember } from '../values/remember';

/** The parts of an image reference, each as it is written. */
export interface Image {
  /** Where the image is pulled from, with its port: `ghcr.io`, `localhost:5000`. Undefined for Docker Hub's short names. */
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
  /** The algorithm and the hash: `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
}

/**
 * The parts of an image reference, or undefined when a container runtime would refuse it (`ParseNormalizedNamed` of
 * github.com/distribution/reference).
 *
 * @example parseImage('ghcr.io/shop/api:2.3.1') // { registry: 'ghcr.io', repository: 'shop/api', tag: '2.3.1' }
 */
export const parseImage = remember((image: string): Image | undefined => {
  const { registry, rest } = splitRegistry(image);
  // On Docker Hub, one word is short for an image of "library".
  const hub = registry === undefined || registry === 'docker.io' || registry === 'index.docker.io';
  const library = hub && !rest.includes('/') ? 'library/' : '';
  const match = REFERENCE.exec(`${registry ?? 'docker.io'}/${library}${rest}`);
  if (!match || /^[a-f\d]{64}$/.test(image)) return undefined;
  const [, path = '', tag, digest] = match;
  if (path.length > 255 || (digest !== undefined && !isDigest(digest))) return undefined;
  const repository = /^[^:@]*/.exec(rest)?.[0] ?? '';
  return {
    ...(registry !== undefined && { registry }),
    repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
});

/**
 * What is wrong with an image, as a phrase that continues `<prop> "<value>" `, or undefined. An image without a tag, or with the
 * tag `latest` and no digest, is a problem too: it is another image tomorrow.
 *
 * @example imageProblem('redis') // 'has no tag: pin one, such as "redis:1.2.3"'
 */
export function imageProblem(image: string): string | undefined {
  return checked(image);
}

const checked = remember((image: string): string | undefined => {
  const parsed = parseImage(image);
  if (!parsed) return malformed(image);
  if (parsed.digest !== undefined) return undefined;
  const name = parsed.registry === undefined ? parsed.repository : `${parsed.registry}/${parsed.repository}`;
  if (parsed.tag === undefined) return `has no tag: pin one, such as "${name}:1.2.3"`;
  if (parsed.tag === 'latest') return `has the tag "latest", which moves: pin a version, such as "${name}:1.2.3"`;
  if (isMissingValue(parsed.tag)) {
    return `has the tag "${parsed.tag}", which JavaScript writes for a value that is missing: look where it comes from`;
  }
  return undefined;
});

const HOST = String.raw`(?:[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?(?:\.[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?)*|\[[a-fA-F\d:]+\])`;
const COMPONENT = String.raw`[a-z\d]+(?:(?:[._]|__|-+)[a-z\d]+)*`;
const TAG = String.raw`\w[\w.-]{0,127}`;
const DIGEST = String.raw`[A-Za-z][A-Za-z\d]*(?:[-_+.][A-Za-z][A-Za-z\d]*)*:[a-fA-F\d]{32,}`;
const REFERENCE = new RegExp(
  `^(?:${HOST}(?::\\d+)?/)?(${COMPONENT}(?:/${COMPONENT})*)(?::(${TAG}))?(?:@(${DIGEST}))?$`,
);

/** The first part is a registry when it cannot be a directory of Docker Hub: it has a dot, a colon or a capital, or is localhost. */
function splitRegistry(image: string): { readonly registry?: string; readonly rest: string } {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  const isRegistry = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first;
  return slash >= 0 && isRegistry ? { registry: first, rest: image.slice(slash + 1) } : { rest: image };
}

/** How many hexadecimal digits the digests have that container runtimes can check. */
const DIGEST_LENGTHS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

function isDigest(digest: string): boolean {
  const [algorithm = '', hash = ''] = digest.split(':');
  return hash.length === DIGEST_LENGTHS[algorithm] && /^[a-f\d]+$/.test(hash);
}

function malformed(image: string): string {
  if (image === '') return 'is empty: name an image, such as "redis:7.2"';
  if (/\s/.test(image)) return 'has white space: leave it out';
  const scheme = /^\w+:\/\//.exec(image)?.[0];
  if (scheme !== undefined) return `begins with "${scheme}": begin with the registry, "${image.slice(scheme.length)}"`;
  const digest = /@(.*)$/.exec(image)?.[1];
  if (digest !== undefined && !isDigest(digest)) {
    return 'has a digest that is none: write "@sha256:" and 64 lower-case hexadecimal digits';
  }
  const { rest } = splitRegistry(image);
  const path = /^[^:@]*/.exec(rest)?.[0] ?? '';
  if (/[A-Z]/.test(path)) return `has capitals in its path: write "${image.replace(path, path.toLowerCase())}"`;
  const tag = /:([^:@/]*)(@|$)/.exec(rest)?.[1];
  if (tag !== undefined && !new RegExp(`^${TAG}$`).test(tag)) {
    return `has the tag "${tag}": use letters, digits, "_", "." and "-", at most 128, and begin with none of the last two`;
  }
  return 'is not an image: write "registry/path:tag", the path of lower-case letters, digits, "/", and ".", "_" and "-" between them';
}
