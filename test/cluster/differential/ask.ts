import type { Schema } from '../../../src/validate/schema';
import { type Answer, connect } from '../api-client';
import type { Manifest } from './seeds';

/** What the API server said about the creation of an object. */
export interface Verdict {
  readonly accepted: boolean;
  /** The HTTP status: 201, 422, 400. */
  readonly status: number;
  readonly reason?: string;
  readonly message?: string;
  readonly causes?: readonly Cause[];
  /** What the server warned of, if it accepted. */
  readonly warnings?: readonly string[];
}

export interface Cause {
  readonly reason?: string;
  readonly message?: string;
  readonly field?: string;
}

/** A namespace that has nothing in it but what admission wants. */
export const NAMESPACE = 'differential';

export interface Server {
  /**
   * Creates an object in a dry run, strictly: in its own namespace, or else in {@link NAMESPACE}.
   *
   * @param kind whose URL is taken when the object has no kind that there is
   */
  create(manifest: Manifest, kind: string): Promise<Verdict>;
  /** Creates an object for real, unless it is there. @throws when it cannot be created */
  ensure(manifest: Manifest): Promise<void>;
}

/** What a server says that closes the connection, again and again: some manifests make it panic. */
export const NO_ANSWER = 'no answer';

/** The server of KUBECONFIG. @throws when KUBECONFIG is not set */
export function serverOf(table: Schema): Server {
  const client = connect();
  const post = async (manifest: Manifest, kind: string, query: string): Promise<Verdict> =>
    verdictOf(await client.post(`${urlOf(manifest, kind, table)}${query}`, manifest));
  return {
    create: (manifest, kind) => post(manifest, kind, '?dryRun=All&fieldValidation=Strict'),
    async ensure(manifest) {
      const verdict = await post(manifest, '', '');
      if (!verdict.accepted && verdict.reason !== 'AlreadyExists') throw new Error(verdict.message);
    },
  };
}

function urlOf({ apiVersion, kind, metadata }: Manifest, fallback: string, table: Schema): string {
  const own = `${String(apiVersion)}/${String(kind)}`;
  const name = Object.hasOwn(table.kinds, own) ? own : fallback;
  const known = table.kinds[name];
  if (!known) throw new Error(`"${name}" is no kind of the table`);
  const { namespace } = (metadata ?? {}) as { readonly namespace?: unknown };
  const place = typeof namespace === 'string' && namespace !== '' ? encodeURIComponent(namespace) : NAMESPACE;
  const version = name.slice(0, name.lastIndexOf('/'));
  const root = version === 'v1' ? '/api/v1' : `/apis/${version}`;
  return `${root}/${known.namespaced ? `namespaces/${place}/` : ''}${known.resource}`;
}

function verdictOf({ status, body, warnings }: Answer): Verdict {
  if (status === 0) return { accepted: false, status, message: NO_ANSWER };
  if (status < 300) return { accepted: true, status, warnings };
  if (typeof body === 'string') return { accepted: false, status, message: body.trim() };
  const { reason, message, details } = body as {
    readonly reason?: string;
    readonly message?: string;
    readonly details?: { readonly causes?: readonly Cause[] };
  };
  return { accepted: false, status, reason, message, causes: details?.causes };
}
