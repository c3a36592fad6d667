import { connect } from 'node:net';
import { kubectl } from '../cluster';
import { isSettled, type Evidence } from './evidence';
import { podsOf } from './view';

/** Its Service takes a connection. Service addresses are reached from the host of the test. */
export function answers(port: number): Evidence {
  return async (view, name) => {
    const service = view.all('v1/Service').find(({ metadata }) => metadata?.name === name);
    return await canConnect(service?.spec?.clusterIP ?? '', port);
  };
}

/** Its pods are ready, and its Service takes no connection all the same. */
export function refuses(port: number): Evidence {
  return async (view, name) => (await isSettled(view, name)) && !(await answers(port)(view, name));
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (is: boolean): void => {
      socket.destroy();
      resolve(is);
    };
    socket
      .on('connect', () => end(true))
      .on('timeout', () => end(false))
      .on('error', () => end(false));
  });
}

/** The ServiceAccount that is called like it may do something, such as `can('list', 'pods')`. */
export function can(...what: readonly string[]): Evidence {
  return async ({ ask, namespace }, name) => {
    const account = `--as=system:serviceaccount:${namespace}:${name}`;
    // It says "no" with the status of a failure.
    const answer = await ask('auth', 'can-i', ...what, account).catch((error: unknown) => outputOf(error).stdout);
    if (!/^(yes|no)\b/.test(answer)) throw new Error(`kubectl auth can-i ${what.join(' ')} said "${answer}"`);
    return answer.startsWith('yes');
  };
}

export function cannot(...what: readonly string[]): Evidence {
  return async (view, name) => !(await can(...what)(view, name));
}

/** The server refuses what its ServiceAccount asks with kubectl. */
export function isForbidden(...what: readonly string[]): Evidence {
  return async ({ ask, namespace }, name) => {
    const answer = await ask(...what, `--as=system:serviceaccount:${namespace}:${name}`).catch(
      (error: unknown) => outputOf(error).stderr,
    );
    return answer.includes('Forbidden');
  };
}

/** What a command that failed has printed. */
function outputOf(error: unknown): { readonly stdout: string; readonly stderr: string } {
  return { stdout: '', stderr: '', ...(error as object) }; // As child_process gives it.
}

/** A pod of it may be evicted, as for the drain of a node; or the server's answer has these words. */
export function eviction(words: RegExp): Evidence {
  return async (view, name) => {
    const pod = podsOf(view, name)[0]?.metadata?.name;
    if (pod === undefined || !(await isSettled(view, name))) return false;
    const path = `/api/v1/namespaces/${view.namespace}/pods/${pod}/eviction?dryRun=All`;
    const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: pod } };
    const answer = await kubectl(['create', '--raw', path, '-f', '-'], JSON.stringify(body)).catch(
      (error: unknown) => outputOf(error).stderr,
    );
    return words.test(answer);
  };
}

export const isEvicted = eviction(/"Success"/);
