import type { ConfigMap, Secret } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import type { Item } from '../../inventory';
import type { AppRule } from '../../rule';

export const missingKey: AppRule = {
  code: 'missing-key',
  severity: 'warning',
  on: 'the whole app',
  needs: ['ConfigMap', 'Secret'],
  summary: 'A key that a pod takes from a ConfigMap or a Secret is in it, or no container of the pod starts.',
  mirrors: 'pkg/kubelet/kubelet_pods.go: makeEnvironmentVariables; pkg/volume/configmap/configmap.go: MakePayload',
  check(inventory, report) {
    inventory.namings.forEach(({ item, key, reference: { data } }) => {
      if (data === undefined) return;
      const found = inventory.find(key);
      if (!found?.isSound) return;
      const values = valuesOf(found);
      if (values.some((each) => Object.hasOwn(each, data.key))) return;
      const keys = values.flatMap((each) => Object.keys(each));
      // What has no keys in the manifest is filled by somebody else: the certificates of a cluster, a token.
      if (keys.length === 0) return;
      const meant = didYouMean(data.key, keys);
      const fix =
        meant === undefined ? `name one that it has: ${keys.slice(0, 5).join(', ')}` : `did you mean "${meant}"?`;
      report(item, data.at, `"${data.key}" is no key of the ${key.kind} "${key.name}"`, fix);
    });
  },
};

function valuesOf({ object }: Item): readonly object[] {
  // The key of the item says that it is one of the two, and its structure is right.
  const { data = {}, binaryData = {}, stringData = {}, type } = object as Partial<ConfigMap> & Partial<Secret>;
  if (type === 'kubernetes.io/service-account-token') return [];
  return [data, binaryData, stringData];
}
