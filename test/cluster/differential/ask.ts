import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { load } from 'js-yaml';
import type { SchemaTable } from '../../../src/manifest/schema-table';
import type { Manifest } from './seeds';

/** What the API server said about the creation of an object. */
export interface Verdict {
  readonly accepted: boolean;
  /** The HTTP status: 201, 422, 400. */
  readonly status: number;
  readonly reason?: string;
  readonly message?: string;
  readonly causes?: readonly Cause[];
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

interface Access {
  readonly host: string;
  readonly port: number;
  readonly ca: Buffer;
  readonly token?: string;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

// The server has two cores, which it shares. Eight requests keep it busy and leave it time for others.
const IN_FLIGHT = 8;
const RETRIES = 5;

/** What a server says that closes the connection, again and again: some manifests make it panic. */
export const NO_ANSWER = 'no answer';

/** The server of KUBECONFIG. @throws when KUBECONFIG is not set */
export function connect(table: SchemaTable): Server {
  const access = readAccess();
  const agent = new Agent({ ...access, keepAlive: true, maxSockets: IN_FLIGHT });
  const authorization = access.token === undefined ? {} : { authorization: `Bearer ${access.token}` };
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...authorization };

  function post(path: string, body: string): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      const { host, port } = access;
      const sent = request({ agent, host, port, path, method: 'POST', headers }, (response) => {
        const status = response.statusCode ?? 0;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(verdictOf(status, Buffer.concat(chunks).toString())));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async function postPatiently(path: string, body: string): Promise<Verdict> {
    for (let attempt = 0; ; attempt++) {
      try {
        const verdict = await post(path, body);
        if (verdict.status !== 429 || attempt >= RETRIES) return verdict;
      } catch (error) {
        const isClosed = (error as NodeJS.ErrnoException).code === 'ECONNRESET';
        if (attempt >= RETRIES && isClosed) return { accepted: false, status: 0, message: NO_ANSWER };
        if (attempt >= RETRIES) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  }

  return {
    create: (manifest, kind) =>
      postPatiently(`${urlOf(manifest, kind, table)}?dryRun=All&fieldValidation=Strict`, JSON.stringify(manifest)),
    async ensure(manifest) {
      const verdict = await postPatiently(urlOf(manifest, '', table), JSON.stringify(manifest));
      if (!verdict.accepted && verdict.reason !== 'AlreadyExists') throw new Error(verdict.message);
    },
  };
}

function urlOf({ apiVersion, kind, metadata }: Manifest, fallback: string, table: SchemaTable): string {
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

function verdictOf(status: number, body: string): Verdict {
  if (status < 300) return { accepted: true, status };
  try {
    const { reason, message, details } = JSON.parse(body) as {
      readonly reason?: string;
      readonly message?: string;
      readonly details?: { readonly causes?: readonly Cause[] };
    };
    return { accepted: false, status, reason, message, causes: details?.causes };
  } catch {
    return { accepted: false, status, message: body.trim() };
  }
}

interface KubeConfig {
  readonly clusters: readonly [
    { readonly cluster: { readonly server: string; readonly 'certificate-authority-data': string } },
  ];
  readonly users: readonly [
    {
      readonly user: {
        readonly token?: string;
        readonly 'client-certificate-data'?: string;
        readonly 'client-key-data'?: string;
      };
    },
  ];
}

/** A kubeconfig with one cluster and one user. */
function readAccess(): Access {
  const file = process.env['KUBECONFIG'];
  if (file === undefined) throw new Error('KUBECONFIG is not set: eval "$(../shared/kube/kube env)"');
  const { clusters, users } = load(readFileSync(file, 'utf8')) as KubeConfig;
  const { server, 'certificate-authority-data': ca } = clusters[0].cluster;
  const { token, 'client-certificate-data': cert, 'client-key-data': key } = users[0].user;
  const { hostname, port } = new URL(server);
  const binary = (text: string | undefined): Buffer | undefined =>
    text === undefined ? text : Buffer.from(text, 'base64');
  return {
    host: hostname,
    port: Number(port),
    ca: Buffer.from(ca, 'base64'),
    token,
    cert: binary(cert),
    key: binary(key),
  };
}

/** Does `work` for each item, {@link IN_FLIGHT} at a time; results are in the order of the items. */
export async function forEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return results;
}
