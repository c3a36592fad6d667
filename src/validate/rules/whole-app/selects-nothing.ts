import type { LabelSelector } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import { once } from '../../../values/once';
import type { Inventory, Item } from '../../inventory';
import { type Path, ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { operatedNamespaces } from './operated-namespaces';

export const selectsNothing: AppRule = {
  code: 'selects-nothing',
  severity: 'warning',
  on: 'the whole app',
  needs: ['Service', 'PodDisruptionBudget', 'NetworkPolicy', 'PodAffinityTerm'],
  summary:
    'A Service, PodDisruptionBudget or NetworkPolicy selects pods of the app, if it has any in that namespace; so does a required podAffinity whose label is almost that of a pod.',
  check(inventory, report) {
    const selectsNone = selectsNoneOf(inventory);
    const say = (item: Item, at: Path): void => {
      report(item, at, 'matches no pod of this app', 'give it labels that a pod template of the app has');
    };
    const check = (item: Item, selector: LabelSelector, at: Path): void => {
      if (selectsNone(item, selector)) say(item, at);
    };
    for (const item of inventory.ofKind('v1/Service')) {
      const { selector, type } = item.object.spec ?? {};
      if (selector === undefined || type === 'ExternalName') continue;
      check(item, { matchLabels: selector }, ROOT.field('spec').field('selector'));
    }
    for (const item of inventory.ofKind('policy/v1/PodDisruptionBudget')) {
      const at = ROOT.field('spec').field('selector');
      const { selector } = item.object.spec ?? {};
      if (selector === undefined) {
        const fix = 'give it the labels of the pods that it protects';
        report(item, at, 'is missing, so that it protects no pod', fix);
      } else check(item, selector, at);
    }
    for (const item of inventory.ofKind('networking.k8s.io/v1/NetworkPolicy')) {
      const { podSelector } = item.object.spec ?? {};
      if (podSelector !== undefined) {
        check(item, podSelector, ROOT.field('spec').field('podSelector'));
      }
    }
    for (const { item, at, template } of inventory.pods) {
      const terms = template.spec?.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
      terms.forEach(({ labelSelector, namespaces, namespaceSelector, matchLabelKeys }, index) => {
        // Pods elsewhere nobody knows, and those of another app, beside which these are to be, neither: only a slip is sure.
        if (labelSelector === undefined || (namespaces ?? namespaceSelector ?? matchLabelKeys) !== undefined) return;
        if (!selectsNone(item, labelSelector) || !isSlip(labelSelector, inventory)) return;
        const list = at.field('spec').field('affinity').field('podAffinity');
        const here = list.field('requiredDuringSchedulingIgnoredDuringExecution').item(index).field('labelSelector');
        say(item, here);
      });
    }
  },
};

/** Whether a selector matches no pod of the app, though the app has all pods that it could mean. */
function selectsNoneOf(inventory: Inventory): (item: Item, selector: LabelSelector) => boolean {
  const places = once(() => placesOf(inventory));
  const namespaces = once(() => [...new Set(inventory.pods.map(({ item }) => item.key.namespace))]);
  const keys = once(() => keysOf(inventory));
  return ({ key: { namespace } }, selector) => {
    const { matchLabels = {}, matchExpressions = [] } = selector;
    if (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0) return false;
    if (inventory.selectsPods(selector, namespace) !== false || !places().has(namespace)) return false;
    // An object without a namespace goes where its applier says.
    const others = namespace === undefined ? namespaces() : [undefined];
    if (others.some((other) => inventory.selectsPods(selector, other) !== false)) return false;
    return !Object.keys(matchLabels).some((key) => isOfOperator(key) && !keys().has(key));
  };
}

/** Whether a label is almost that of a pod of the app. */
function isSlip({ matchLabels = {} }: LabelSelector, { pods }: Inventory): boolean {
  return Object.entries(matchLabels).some(([key, value]) => {
    const values = pods.flatMap(({ template }) => template.metadata?.labels?.[key] ?? []);
    return !values.includes(value) && didYouMean(value, [...new Set(values)]) !== undefined;
  });
}

/** A label of a domain, such as `cnpg.io/cluster`, is what an operator gives the pods that it makes. */
function isOfOperator(key: string): boolean {
  return key.includes('/') && !key.startsWith('app.kubernetes.io/');
}

/** The keys of all labels of pods. */
function keysOf({ pods }: Inventory): ReadonlySet<string> {
  return new Set(pods.flatMap(({ template }) => Object.keys(template.metadata?.labels ?? {})));
}

/** The namespaces that have pods, and none but those in the manifests: that of the system has the cluster's own. */
function placesOf(inventory: Inventory): ReadonlySet<string | undefined> {
  const operated = operatedNamespaces(inventory);
  const places = inventory.pods.map(({ item }) => item.key.namespace);
  return new Set(places.filter((namespace) => !operated.has(namespace) && namespace !== 'kube-system'));
}
