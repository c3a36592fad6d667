import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: { readonly message?: string; readonly [field: string]: unknown };
}

/** The API server of KUBECONFIG, by HTTP through `kubectl proxy`: a thousand requests a second, where kubectl needs a process for each. */
export class ApiServer {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });

  private constructor(
    private readonly proxy: ChildProcess,
    private readonly port: number,
  ) {}

  static async connect(): Promise<ApiServer> {
    const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [greeting] = (await once(proxy.stdout, 'data')) as [Buffer];
    return new ApiServer(proxy, Number(/:(\d+)\s*$/.exec(greeting.toString())?.[1]));
  }

  send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json' };
      const call = request({ port: this.port, method, path, headers, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: bodyOf(Buffer.concat(chunks).toString()) });
        });
      });
      call.on('error', reject);
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  close(): void {
    this.#agent.destroy();
    this.proxy.kill();
  }
}

/** What is no JSON is a message: `404 page not found`. */
function bodyOf(text: string): Answer['body'] {
  return text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : { message: text };
}
