import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Chart } from 'cdk8s';
import { App } from 'cdk8s-workloads';

const run = promisify(execFile);

/** What a pod must be for its namespace to let it in. */
export type PodSecurityLevel = 'restricted' | 'privileged';

/** kubectl against the cluster of KUBECONFIG. @throws with what kubectl printed when it fails */
export async function kubectl(args: readonly string[], input?: string): Promise<string> {
  const running = run('kubectl', [...args], { maxBuffer: 64 * 1024 * 1024 });
  if (input !== undefined) running.child.stdin?.end(input);
  return (await running).stdout;
}

/**
 * Applies CustomResourceDefinitions, and waits until the API server has them. They stay: they are of the whole cluster, and another test
 * file may need the same.
 */
export async function define(definitions: string): Promise<void> {
  await kubectl(['apply', '--server-side', '--validate=strict', '-f', '-'], definitions);
  // kubectl gives up on a condition while there are no conditions at all.
  for (const condition of ['jsonpath={.status.conditions[0].type}', 'condition=Established']) {
    await kubectl(['wait', `--for=${condition}`, '--timeout=60s', '-f', '-'], definitions);
  }
}

/** A namespace of its own for one test file, which describes what is in it with constructs. */
export class TestNamespace {
  private constructor(readonly name: string) {}

  static async create(level: PodSecurityLevel): Promise<TestNamespace> {
    const name = `test-${randomBytes(4).toString('hex')}`;
    await kubectl(['create', 'namespace', name]);
    await kubectl(['label', 'namespace', name, `pod-security.kubernetes.io/enforce=${level}`]);
    return new TestNamespace(name);
  }

  /** Synthesizes what `build` describes, applies it, and says so. */
  async apply<T>(build: (chart: Chart) => T): Promise<T> {
    const app = new App();
    const described = build(new Chart(app, 'test', { namespace: this.name }));
    await kubectl(['apply', '--server-side', '-f', '-'], app.synthYaml());
    return described;
  }

  kubectl(...args: readonly string[]): Promise<string> {
    return kubectl(['--namespace', this.name, ...args]);
  }

  /**
   * Waits for a condition of `statefulset/web` or `pods --selector=app=web`: `condition=Complete`, `delete`,
   * `jsonpath={.status.readyReplicas}=3`.
   *
   * @throws with the pods and the last events, when it takes longer
   */
  async wait(object: string, condition: string, seconds = 120): Promise<void> {
    try {
      await this.kubectl('wait', ...object.split(' '), `--for=${condition}`, `--timeout=${seconds}s`);
    } catch (error) {
      throw new Error([String(error), await this.state()].join('\n'), { cause: error });
    }
  }

  /**
   * Deletes pods of a StatefulSet, and waits until the next ones of their names are made. Not with the wait of `kubectl delete`: it goes
   * by the name, and never ends when the next pod is there before its watch begins.
   */
  async replace(...pods: readonly string[]): Promise<void> {
    const before = await this.uidsOf(pods);
    await this.kubectl('delete', 'pods', ...pods, '--wait=false');
    const end = Date.now() + 120_000;
    while (Date.now() < end) {
      const now = await this.uidsOf(pods);
      if (now.length === pods.length && now.every((uid) => !before.includes(uid))) return;
      await setTimeout(500);
    }
    throw new Error([`${pods.join(', ')} were not replaced`, await this.state()].join('\n'));
  }

  private async uidsOf(pods: readonly string[]): Promise<readonly string[]> {
    const columns = ['--output=custom-columns=:metadata.uid', '--no-headers', '--ignore-not-found'];
    return (await this.kubectl('get', 'pods', ...pods, ...columns)).split('\n').filter((uid) => uid !== '');
  }

  /** Its pods and its last events. */
  private async state(): Promise<string> {
    const pods = await this.kubectl('get', 'pods', '--output=wide');
    const events = await this.kubectl('get', 'events', '--sort-by=.lastTimestamp');
    return [pods, ...events.split('\n').slice(-30)].join('\n');
  }

  /**
   * Waits until the Job is complete, and gives what its pods wrote to `/dev/termination-log`, in the order of the pods' names. Not
   * their logs: two kubelets share the folder of the logs here, and each removes what it does not know.
   */
  async answerOf(job: string, seconds = 120): Promise<string> {
    await this.wait(`job/${job}`, 'condition=Complete', seconds);
    return this.kubectl(
      ...['get', 'pods', `--selector=batch.kubernetes.io/job-name=${job}`],
      '--output=jsonpath={range .items[*]}{.status.containerStatuses[0].state.terminated.message}{end}',
    );
  }

  async get<T>(object: string): Promise<T> {
    return JSON.parse(await this.kubectl('get', ...object.split(' '), '--output=json')) as T;
  }

  async delete(): Promise<void> {
    await kubectl(['delete', 'namespace', this.name, '--wait=false']);
  }
}
