import {
  ApiObject,
  Chart,
  JsonPatch,
  Lazy,
  YamlOutputType,
  type App,
  type AppProps,
  type IResolver,
  type ResolutionContext,
} from 'cdk8s';
import { ConfigMap, Deployment, k8s, Secret } from 'cdk8s-plus-28';
import { Construct, DependencyGroup, type IConstruct } from 'constructs';
import fc from 'fast-check';

/** A construct tree as data, so that it can be built under two apps. */
export interface TreePlan {
  readonly app: Omit<AppProps, 'outdir' | 'resolvers'> & { readonly hasResolver: boolean };
  readonly nodes: readonly NodePlan[];
  readonly dependencies: readonly { readonly from: number; readonly to: readonly number[] }[];
  /** Whether constructs outside of every chart may have dependencies, which is an error. */
  readonly dependsOutsideCharts: boolean;
}

interface NodePlan {
  readonly kind: keyof typeof MAKERS;
  /** By index among the nodes before it, wrapped around; 0 is the app. */
  readonly scope: number;
  readonly id: string;
  readonly props: ObjectPlan;
}

interface ObjectPlan {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly labels: Record<string, string> | undefined;
  readonly metadata: Record<string, unknown>;
  readonly fields: Record<string, unknown>;
  readonly patches: readonly ('kind' | 'name' | 'label' | 'null' | 'remove')[];
  readonly fault: string | undefined;
}

/** Adds the constructs of `plan` to `app`, which is cdk8s's or ours. */
export function build(plan: TreePlan, app: App): void {
  const constructs: Construct[] = [app];
  for (const [index, node] of plan.nodes.entries()) {
    const scope = constructs[node.scope % constructs.length] ?? app;
    const needsChart = node.kind !== 'chart' && node.kind !== 'reversedChart' && node.kind !== 'construct';
    const place = needsChart && !isInChart(scope) ? new Chart(app, `for-${index}`) : scope;
    constructs.push(
      MAKERS[node.kind](place, `${node.id}${place.node.tryFindChild(node.id) ? `-${index}` : ''}`, node.props),
    );
  }
  const sources = constructs.slice(1).filter((construct) => plan.dependsOutsideCharts || isInChart(construct));
  for (const { from, to } of plan.dependencies) {
    const index = from % Math.max(1, sources.length);
    // Mostly backwards, because most others make cycles. Never on itself: cdk8s loses such a construct without a word.
    const targets = to.flatMap(
      (steps) => sources[steps < 0 ? index - steps : index - 1 - (steps % Math.max(1, index))] ?? [],
    );
    sources[index]?.node.addDependency(...(targets.length > 1 ? [new DependencyGroup(...targets)] : targets));
  }
}

/** Upper-cases what follows "custom:" anywhere in a manifest, twice in metadata, as cdk8s resolves that twice. */
export class CustomResolver implements IResolver {
  resolve(context: ResolutionContext): void {
    if (typeof context.value === 'string' && context.value.startsWith('custom:')) {
      context.replaceValue(context.value.slice('custom:'.length).toUpperCase());
    }
  }
}

function isInChart(construct: IConstruct): boolean {
  return construct.node.scopes.some((scope) => Chart.isChart(scope));
}

class OwnToJson extends ApiObject {
  override toJson(): unknown {
    return { ...(super.toJson() as object), own: [undefined, null, { z: 1, kind: 'k' }], absent: undefined };
  }
}

class ReversedChart extends Chart {
  override toJson(): unknown[] {
    return [...(super.toJson() as unknown[]), { kind: 'Extra', metadata: { name: this.node.id } }].reverse();
  }
}

const MAKERS = {
  chart: (scope, id, { namespace, labels }) =>
    new Chart(scope, id, { ...(namespace && { namespace }), ...(labels && { labels }) }),
  reversedChart: (scope, id) => new ReversedChart(scope, id),
  construct: (scope, id, { fault }) => {
    const construct = new Construct(scope, id);
    if (fault) construct.node.addValidation({ validate: () => [fault, `${fault}!`] });
    return construct;
  },
  object: (scope, id, plan) => withChanges(new ApiObject(scope, id, objectProps(plan)), plan),
  ownToJson: (scope, id, plan) => withChanges(new OwnToJson(scope, id, objectProps(plan)), plan),
  generated: (scope, id, { labels }) =>
    new k8s.KubeService(scope, id, {
      metadata: { ...(labels && { labels }) },
      spec: { ports: [{ port: 80, targetPort: k8s.IntOrString.fromString('web') }] },
    }),
  configMap: (scope, id, { labels }) => new ConfigMap(scope, id, { data: { ...labels, script: 'set -e\necho hi\n' } }),
  secret: (scope, id, { labels }) => new Secret(scope, id, { stringData: { ...labels } }),
  deployment: (scope, id) => {
    const deployment = new Deployment(scope, id, { containers: [{ image: 'nginx:1.25', portNumber: 80 }] });
    deployment.exposeViaService();
    return deployment;
  },
} satisfies Record<string, (scope: Construct, id: string, plan: ObjectPlan) => Construct>;

function objectProps({
  kind,
  namespace,
  labels,
  metadata,
  fields,
}: ObjectPlan): ConstructorParameters<typeof ApiObject>[2] {
  return {
    apiVersion: 'example.com/v1',
    kind,
    metadata: { ...metadata, ...(namespace && { namespace }), ...(labels && { labels }) },
    ...fields,
  };
}

function withChanges(object: ApiObject, { patches, labels }: ObjectPlan): ApiObject {
  for (const key of Object.keys(labels ?? {})) object.metadata.addAnnotation(key, 'added');
  for (const patch of patches) object.addJsonPatch(PATCHES[patch]);
  return object;
}

const PATCHES = {
  kind: JsonPatch.replace('/kind', 'Patched'),
  name: JsonPatch.add('/metadata/name', 'patched'),
  label: JsonPatch.add('/added', { z: { b: 1, a: [] }, name: 'x' }),
  null: JsonPatch.add('/nothing', null),
  remove: JsonPatch.remove('/apiVersion'),
};

class Quantity {
  constructor(readonly value: string | number) {}
}

const id = fc
  .oneof(
    fc.constantFrom(
      'a',
      'b',
      'web',
      'db',
      'Default',
      'Resource',
      'API',
      '0',
      '1',
      '2',
      '10',
      '-1',
      '1.5',
      'x'.repeat(70),
      'ä/ö',
    ),
    fc.string({ minLength: 1, maxLength: 4 }),
  )
  .filter((text) => text !== '__proto__');

const key = fc
  .oneof(
    fc.constantFrom('name', 'namespace', 'kind', 'metadata', 'apiVersion', 'spec', 'data', 'value', 'y', '1', '02', ''),
    fc.string({ maxLength: 6 }),
  )
  .filter((text) => !(text in {}) && text !== 'resolve' && text !== '<<');

const text = fc.oneof(
  fc.constantFrom('custom:x', 'yes', '1e3', '0o17', 'a\nb\n', ' x\n  y', '~', '2026-11-21', '\u2028', 'null', '- a'),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** What an ApiObject may hold: JSON, holes in it, and everything that cdk8s resolves. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constantFrom(null, undefined),
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    tie('value').map((inner) => Lazy.any({ produce: (): unknown => inner }) as unknown),
    tie('value').map((inner) => ({ resolve: () => inner })),
    fc.oneof(text, fc.integer()).map((inner) => new Quantity(inner)),
  ),
}));

const labels = fc.option(
  fc.dictionary(fc.constantFrom('app', 'team', 'y', '1'), text, { maxKeys: 3, noNullPrototype: true }),
  {
    nil: undefined,
  },
);

const objectPlan: fc.Arbitrary<ObjectPlan> = fc.record({
  kind: fc.constantFrom('Thing', 'CronJob', 'Odd kind/1'),
  namespace: fc.option(fc.constantFrom('shop', 'default'), { nil: undefined }),
  labels,
  metadata: fc.record(
    {
      name: fc.constantFrom('fixed', 'other'),
      annotations: fc.dictionary(fc.constantFrom('x', 'a'), text, { maxKeys: 2, noNullPrototype: true }),
      finalizers: fc.array(fc.constantFrom('one', 'two'), { maxLength: 2 }),
      ownerReferences: fc.constant([{ apiVersion: 'v1', kind: 'Owner', name: 'o', uid: 'u' }]),
      generation: value,
    },
    { requiredKeys: [] },
  ),
  fields: fc.dictionary(fc.constantFrom('spec', 'data', 'aaa', 'name', 'type'), value, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  patches: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.uniqueArray(fc.constantFrom(...(Object.keys(PATCHES) as (keyof typeof PATCHES)[])), {
        maxLength: 2,
      }),
    },
  ),
  fault: fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant('is wrong') }),
});

const nodePlan: fc.Arbitrary<NodePlan> = fc.record({
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant('chart' as const) },
    { weight: 3, arbitrary: fc.constant('construct' as const) },
    { weight: 6, arbitrary: fc.constant('object' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...(Object.keys(MAKERS) as (keyof typeof MAKERS)[])) },
  ),
  scope: fc.nat({ max: 20 }),
  id,
  props: objectPlan,
});

const dependencies = (max: number): fc.Arbitrary<TreePlan['dependencies']> =>
  fc.array(
    fc.record({
      from: fc.nat({ max: 40 }),
      to: fc.array(
        fc.oneof(
          { weight: 12, arbitrary: fc.nat({ max: 40 }) },
          { weight: 1, arbitrary: fc.integer({ min: -3, max: -1 }) },
        ),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
    }),
    { maxLength: max },
  );

const appPlan: fc.Arbitrary<TreePlan['app']> = fc.record(
  {
    yamlOutputType: fc.constantFrom(
      YamlOutputType.FILE_PER_APP,
      YamlOutputType.FILE_PER_CHART,
      YamlOutputType.FILE_PER_RESOURCE,
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
    ),
    outputFileExtension: fc.constantFrom('.yaml', '.k8s.yml', ''),
    recordConstructMetadata: fc.boolean(),
    hasResolver: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  },
  { requiredKeys: ['hasResolver'] },
);

const rarely = fc.oneof({ weight: 15, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

/** A few constructs of all sorts, with all that an object may hold. */
export const treePlan: fc.Arbitrary<TreePlan> = fc.record({
  app: appPlan,
  nodes: fc.array(nodePlan, { maxLength: 12 }),
  dependencies: dependencies(5),
  dependsOutsideCharts: rarely,
});

/** More constructs with more dependencies, but nothing in them: what decides about order. */
export const orderPlan: fc.Arbitrary<TreePlan> = fc.record({
  app: appPlan,
  nodes: fc.array(
    fc.record({
      kind: fc.constantFrom<NodePlan['kind'][]>('chart', 'construct', 'object', 'object', 'object'),
      scope: fc.nat({ max: 30 }),
      id: fc.constantFrom('a', 'b', 'c', 'd', '0', '1', '2', '10'),
      props: fc.constant<ObjectPlan>({
        kind: 'Thing',
        namespace: undefined,
        labels: undefined,
        metadata: {},
        fields: {},
        patches: [],
        fault: undefined,
      }),
    }),
    { minLength: 6, maxLength: 24 },
  ),
  dependencies: dependencies(10),
  dependsOutsideCharts: rarely,
});
