import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { InvalidPropsError } from '../../props/problem';
import { hostIn, urlOf } from '../address';
import type { ScalingTarget } from '../cdk8s-plus';
import { decideAccess, networkPolicy } from '../network-policy';
import { decideBudget, podDisruptionBudget } from '../pod-disruption-budget';
import { checkOverrides } from '../overrides';
import { WEB_SHAPE } from './shape';
import { Scaling } from '../scaling';
import { service } from '../service';
import { Workload } from '../workload';
import { deployment } from './deployment';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler';
import { ingress } from './ingress';
import type { WebServiceProps } from './props';
import { checkWeb, resolveWeb, waysOut, type ResolvedWeb } from './resolve';

/**
 * Interchangeable pods behind one address: an API, a web site, a worker.
 *
 * Makes a Deployment, a Service, a ServiceAccount, a NetworkPolicy, for `ingress` an Ingress, for `scale` a HorizontalPodAutoscaler,
 * for more than one replica a PodDisruptionBudget, and for `config` a ConfigMap.
 *
 * @throws InvalidPropsError with all that is wrong with the props
 * @example
 * new WebService(chart, 'api', {
 *   image: 'ghcr.io/shop/api:2.3.1',
 *   port: 8080,
 *   replicas: 2,
 *   probes: { readiness: { httpGet: { path: '/healthz', port: 8080 } } },
 * });
 */
export class WebService<
  const Port extends number = number,
  const Name extends string = string,
  const Beside extends string = string,
> extends Workload {
  readonly deployment: ApiObject;
  readonly service: ApiObject | undefined;
  readonly ingress: ApiObject | undefined;
  readonly horizontalPodAutoscaler: ApiObject | undefined;
  readonly podDisruptionBudget: ApiObject | undefined;
  readonly networkPolicy: ApiObject | undefined;
  /** The port at {@link host}: of the Service, not of the container; undefined for a worker that has none. */
  readonly port: number | undefined;
  readonly #serviceName: string;
  readonly #scaling: Scaling;

  constructor(scope: Construct, id: string, props: WebServiceProps<Port, Name, Beside>) {
    super(scope, id);
    this.validateShape('WebService', props, WEB_SHAPE);
    const web = resolveWeb(this, props);
    this.validateProps('WebService', (problems) => {
      checkWeb(problems, web);
      checkOverrides(problems.at('overrides'), props.overrides, waysOut(web), web.podPlan);
    });
    const { identity, ports } = web;
    this.port = ports[0]?.port;
    this.#serviceName = web.serviceName;

    const { overrides } = props;
    this.begin(web, overrides);
    this.service =
      web.props.service === false
        ? undefined
        : this.add('Service', service(identity, ports, web.props.service), overrides?.service);
    this.deployment = this.add('Deployment', deployment(web), overrides?.deployment);
    this.node.defaultChild = this.deployment;
    this.ingress = web.props.ingress && this.add('Ingress', ingress(web, web.props.ingress), overrides?.ingress);
    this.horizontalPodAutoscaler = this.#addAutoscaler(web);
    this.podDisruptionBudget = this.#addDisruptionBudget(web);
    this.networkPolicy = this.#addNetworkPolicy(web);
    this.#scaling = new Scaling(this.deployment);
  }

  /**
   * The name of the Service. In a chart that has a namespace it holds in the whole cluster.
   *
   * @throws InvalidPropsError when `service: false` made none
   */
  get host(): string {
    if (this.service === undefined) this.#refuse('host', 'needs a Service: leave out service: false');
    return hostIn(this.namespace, this.#serviceName);
  }

  /**
   * @param scheme such as `'http'`
   * @throws InvalidPropsError when `service: false` made no Service
   * @example
   * api.url('http', 'v1/orders'); // 'http://api.shop.svc:8080/v1/orders'
   */
  url(scheme = 'http', path = ''): string {
    return urlOf(scheme, this.host, this.port, path);
  }

  /** @see cdk8s-plus' IScalable */
  get hasAutoscaler(): boolean {
    return this.horizontalPodAutoscaler !== undefined || this.#scaling.hasAutoscaler;
  }

  /**
   * Takes `replicas` out of the Deployment: from now on the autoscaler says them.
   *
   * @throws InvalidPropsError when `scale` made an autoscaler already
   */
  markHasAutoscaler(): void {
    if (this.horizontalPodAutoscaler !== undefined) {
      this.#refuse('scale', 'stands beside another autoscaler of this WebService: leave one of them out');
    }
    this.#scaling.markHasAutoscaler();
  }

  /** @see cdk8s-plus' IScalable */
  toScalingTarget(): ScalingTarget {
    return this.#scaling.target();
  }

  #refuse(prop: string, phrase: string): never {
    throw new InvalidPropsError(`WebService "${this.node.path}"`, [{ prop, value: undefined, phrase }]);
  }

  #addAutoscaler({ identity, props }: ResolvedWeb): ApiObject | undefined {
    if (props.scale === undefined) return undefined;
    const manifest = horizontalPodAutoscaler(identity, props.scale);
    return this.add('HorizontalPodAutoscaler', manifest, props.overrides?.horizontalPodAutoscaler);
  }

  #addDisruptionBudget({ identity, props, replicas }: ResolvedWeb): ApiObject | undefined {
    const budget = decideBudget(props.podDisruptionBudget, replicas);
    if (budget === undefined) return undefined;
    return this.add('PodDisruptionBudget', podDisruptionBudget(identity, budget), props.overrides?.podDisruptionBudget);
  }

  #addNetworkPolicy({ identity, props, podPorts }: ResolvedWeb): ApiObject | undefined {
    if (props.networkPolicy === false) return undefined;
    const policy = networkPolicy(identity, podPorts, decideAccess(props.networkPolicy, 'anywhere'));
    return this.add('NetworkPolicy', policy, props.overrides?.networkPolicy);
  }
}
