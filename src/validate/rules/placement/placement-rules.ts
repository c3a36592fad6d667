import type { AnyRule } from '../../rule';
import { affinityWeight, nodeSelector, nodeSelectorTerm, preferredValue } from './node-affinity';
import { nodeLabel } from './node-labels';
import { affinityNamespace, matchLabelKeys, topologyKey } from './pod-affinity';
import { affinitySelector, spreadSelector } from './selectors';
import { topologySpread } from './topology-spread';

/** What holds for the nodes that pods are on. */
export const PLACEMENT_RULES: readonly AnyRule[] = [
  affinityNamespace,
  affinitySelector,
  affinityWeight,
  matchLabelKeys,
  nodeLabel,
  nodeSelector,
  nodeSelectorTerm,
  preferredValue,
  spreadSelector,
  topologyKey,
  topologySpread,
];
