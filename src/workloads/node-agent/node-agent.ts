import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { decideAccess, networkPolicy } from '../network-policy';
import { AGENT_SHAPE } from './shape';
import { service } from '../service';
import { checkOverrides } from '../overrides';
import { Workload } from '../workload';
import { daemonSet } from './daemon-set';
import type { NodeAgentProps } from './props';
import { checkAgent, resolveAgent, waysOut, type ResolvedAgent } from './resolve';

/**
 * A program that runs once on each node: a log shipper, a monitor, a network plugin.
 *
 * Makes a DaemonSet, a ServiceAccount, a NetworkPolicy, for `permissions` roles and their bindings, and for `config` a ConfigMap.
 *
 * @throws InvalidPropsError with all that is wrong with the props
 * @example
 * new NodeAgent(chart, 'logs', {
 *   image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
 *   nodes: 'every',
 *   host: {
 *     reason: 'reads the container logs of its node',
 *     paths: { '/var/log': { mountPath: '/var/log' } },
 *   },
 * });
 */
export class NodeAgent<const Port extends number = number, const Name extends string = string> extends Workload {
  readonly daemonSet: ApiObject;
  readonly networkPolicy: ApiObject | undefined;
  /** The Service that `service` asked for. */
  readonly service: ApiObject | undefined;

  constructor(scope: Construct, id: string, props: NodeAgentProps<Port, Name>) {
    super(scope, id);
    this.validateShape('NodeAgent', props, AGENT_SHAPE);
    const agent = resolveAgent(this, props);
    this.validateProps('NodeAgent', (problems) => {
      checkAgent(problems, agent);
      checkOverrides(problems.at('overrides'), props.overrides, waysOut(agent), agent.podPlan);
    });
    const { identity, own } = agent;
    this.begin(agent, props.overrides);
    this.service =
      own.service && this.add('Service', service(identity, agent.publicPorts, own.service), own.overrides?.service);
    this.daemonSet = this.add('DaemonSet', daemonSet(agent), props.overrides?.daemonSet);
    this.node.defaultChild = this.daemonSet;
    this.networkPolicy = this.#addNetworkPolicy(agent);
  }

  #addNetworkPolicy({ identity, own, podPorts }: ResolvedAgent): ApiObject | undefined {
    // No policy reaches a pod in the node's network.
    if (own.networkPolicy === false || own.host?.network === true) return undefined;
    const policy = networkPolicy(identity, podPorts, decideAccess(own.networkPolicy, 'anywhere'));
    return this.add('NetworkPolicy', policy, own.overrides?.networkPolicy);
  }
}
