import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
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

  /** Waits for a condition, such as `condition=Complete` or `jsonpath={.status.readyReplicas}=3`. */
  wait(object: string, condition: string, seconds = 120): Promise<string> {
    return this.kubectl('wait', object, `--for=${condition}`, `--timeout=${seconds}s`);
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
