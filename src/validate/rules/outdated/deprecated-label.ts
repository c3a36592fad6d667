import type { FieldRule } from '../../rule';

/** Labels of nodes, and those that took their place; none where nothing did. */
const SUCCESSORS: ReadonlyMap<string, string | undefined> = new Map([
  ['app.kubernetes.io/created-by', undefined],
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  ['node-role.kubernetes.io/master', 'node-role.kubernetes.io/control-plane'],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', undefined],
]);

export const deprecatedLabel: FieldRule<
  | 'NodeSelectorRequirement.key'
  | 'PodSpec.nodeSelector'
  | 'Scheduling.nodeSelector'
  | 'TopologySelectorLabelRequirement.key'
  | 'TopologySpreadConstraint.topologyKey'
> = {
  code: 'deprecated-label',
  severity: 'warning',
  fields: [
    'NodeSelectorRequirement.key',
    'PodSpec.nodeSelector',
    'Scheduling.nodeSelector',
    'TopologySelectorLabelRequirement.key',
    'TopologySpreadConstraint.topologyKey',
  ],
  summary:
    'Nodes are chosen by the labels of today, because the older ones are deprecated, and new nodes may lack them.',
  mirrors: 'pkg/api/node/util.go: GetNodeLabelDeprecatedMessage',
  problem(given) {
    if (typeof given === 'string') return SUCCESSORS.has(given) ? `is deprecated: ${fixOf(given)}` : undefined;
    const label = Object.keys(given).find((key) => SUCCESSORS.has(key));
    return label === undefined ? undefined : `has "${label}", which is deprecated: ${fixOf(label)}`;
  },
};

function fixOf(label: string): string {
  const successor = SUCCESSORS.get(label);
  return successor === undefined ? 'take it away' : `write "${successor}"`;
}
