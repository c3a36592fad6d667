import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { load } from 'js-yaml';

/** What the API server answered. */
export interface Answer {
  /** The HTTP status: 201, 422, 400; 0 when the server closes the connection again and again, because the question makes it panic. */
  readonly status: number;
  /** The object, or the Status that says why not. */
  readonly body: unknown;
  /** What it warned of, beside. */
  readonly warnings: readonly string[];
}

/** A quick way to the API server, for questions by the thousand: connections stay open, and several requests are on their way at a time. */
export interface ApiClient {
  post(path: string, body: unknown): Promise<Answer>;
  send(method: 'DELETE' | 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>;
}

// The server has two cores, which it shares. Eight requests keep it busy and leave it time for others.
const IN_FLIGHT = 8;
const RETRIES = 5;

/** The server of KUBECONFIG. @throws when KUBECONFIG is not set */
export function connect(): ApiClient {
  const { host, port, token, credentials } = readAccess();
  const agent = new Agent({ ...credentials, keepAlive: true, maxSockets: IN_FLIGHT });
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...authorization };

  function sendOnce(method: string, path: string, body: string | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request({ agent, host, port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: parse(Buffer.concat(chunks).toString()),
            warnings: readWarnings(response.rawHeaders),
          }),
        );
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  const send: ApiClient['send'] = async (method, path, body) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    for (let attempt = 0; ; attempt++) {
      const answer = await sendOnce(method, path, text).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return { status: 0, body: undefined, warnings: [] };
        throw error;
      });
      // Too many requests at once: by and by there is room.
      if ((answer.status !== 429 && answer.status !== 0) || attempt >= RETRIES) return answer;
      await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt));
    }
  };
  return { send, post: (path, body) => send('POST', path, body) };
}

/** The texts of the headers `Warning: 299 - "<text>"`. */
function readWarnings(headers: readonly string[]): readonly string[] {
  return headers
    .filter((_, index) => headers[index - 1]?.toLowerCase() === 'warning')
    .map((header) => header.replace(/^\d+ \S+ "(.*)"$/s, '$1').replace(/\\"/g, '"'));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
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

interface Access {
  readonly host: string;
  readonly port: number;
  readonly token: string | undefined;
  readonly credentials: { readonly ca: Buffer; readonly cert: Buffer | undefined; readonly key: Buffer | undefined };
}

/** A kubeconfig with one cluster and one user. */
function readAccess(): Access {
  const file = process.env['KUBECONFIG'];
  if (file === undefined) throw new Error('KUBECONFIG is not set: eval "$(../shared/kube/kube env)"');
  const { clusters, users } = load(readFileSync(file, 'utf8')) as KubeConfig;
  const { server, 'certificate-authority-data': ca } = clusters[0].cluster;
  const { token, 'client-certificate-data': cert, 'client-key-data': key } = users[0].user;
  const { hostname: host, port } = new URL(server);
  const binary = (text: string | undefined): Buffer | undefined =>
    text === undefined ? undefined : Buffer.from(text, 'base64');
  return {
    host,
    port: Number(port),
    token,
    credentials: { ca: Buffer.from(ca, 'base64'), cert: binary(cert), key: binary(key) },
  };
}

/** Does `work` for each item, several at a time; results are in the order of the items. */
export async function forEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return results;
}
