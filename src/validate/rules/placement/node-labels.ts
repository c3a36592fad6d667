import type { NodeSelectorTerm } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';

export const nodeLabel: Rule<'PodSpec' | 'NodeSelectorTerm' | 'PodAffinityTerm' | 'TopologySpreadConstraint'> = {
  code: 'node-label',
  severity: 'warning',
  on: ['PodSpec', 'NodeSelectorTerm', 'PodAffinityTerm', 'TopologySpreadConstraint'],
  needs: ['PodSpec.nodeSelector', 'NodeSelectorTerm', 'PodAffinityTerm', 'TopologySpreadConstraint'],
  summary:
    'A label of nodes is one that nodes have, such as "kubernetes.io/hostname", or no node is right for the pod.',
  mirrors: 'k8s.io/api/core/v1/well_known_labels.go: LabelHostname; pkg/kubelet/kubelet_node_status.go: initialNode',
  check(value, at, report) {
    if ('topologyKey' in value) {
      checkKey(value.topologyKey, TOPOLOGY_NAMES.get(value.topologyKey), at.field('topologyKey'), report);
    } else if ('containers' in value) {
      if (value.nodeSelector === undefined) return;
      for (const [key, label] of Object.entries(value.nodeSelector)) {
        const here = at.field('nodeSelector').field(key);
        checkKey(key, undefined, here, report);
        checkValue(key, label, here, report);
      }
    } else checkTerm(value, at, report);
  },
};

function checkTerm({ matchExpressions = [] }: NodeSelectorTerm, at: Path, report: Report): void {
  matchExpressions.forEach(({ key, operator, values = [] }, index) => {
    if (operator === 'NotIn' || operator === 'DoesNotExist') return;
    const here = at.field('matchExpressions').item(index);
    checkKey(key, undefined, here.field('key'), report);
    values.forEach((value, place) => checkValue(key, value, here.field('values').item(place), report));
  });
}

function checkKey(key: string, usual: string | undefined, at: Path, report: Report): void {
  if (LABELS.includes(key)) return;
  // A label with a domain of its own is somebody's own.
  const isOfKubernetes = /^(?:[\w.-]*\.)?(?:kubernetes|k8s)\.\w+\//.test(key);
  const meant = usual ?? (isOfKubernetes ? didYouMean(key, LABELS) : undefined);
  if (meant === undefined) return;
  report(at, `"${key}" is no label of nodes`, `write "${meant}"`);
}

function checkValue(key: string, value: string, at: Path, report: Report): void {
  const meant = VALUES.get(key)?.get(value.toLowerCase());
  if (meant === undefined || meant === value) return;
  report(at, `"${value}" is a value that no node has`, `write "${meant}"`);
}

const LABELS: readonly string[] = [
  ...['kubernetes.io/arch', 'kubernetes.io/hostname', 'kubernetes.io/os'],
  ...['node-role.kubernetes.io/control-plane', 'node.kubernetes.io/instance-type', 'node.kubernetes.io/windows-build'],
  ...['topology.kubernetes.io/region', 'topology.kubernetes.io/zone'],
  // The kubelet sets these two still.
  ...['beta.kubernetes.io/arch', 'beta.kubernetes.io/os'],
];

/** What is a topology by these names has a domain; to select nodes by, they may be somebody's own. */
const TOPOLOGY_NAMES: ReadonlyMap<string, string> = new Map([
  ['hostname', 'kubernetes.io/hostname'],
  ['zone', 'topology.kubernetes.io/zone'],
  ['region', 'topology.kubernetes.io/region'],
]);

const ARCHITECTURES = new Map([
  ...['amd64', 'x86_64', 'x86-64', 'x64'].map((name) => [name, 'amd64'] as const),
  ...['arm64', 'aarch64'].map((name) => [name, 'arm64'] as const),
]);
const SYSTEMS = new Map([
  ['linux', 'linux'],
  ['windows', 'windows'],
]);
const VALUES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['kubernetes.io/arch', ARCHITECTURES],
  ['kubernetes.io/os', SYSTEMS],
]);
