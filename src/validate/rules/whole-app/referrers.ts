import type { Volume } from '../../../../imports/kubernetes/types';
import { groupOf } from '../../../manifest/object-key';
import type { Path } from '../../path';
import type { Refer, Target } from '../../reference';
import type { DefinitionName, Referrer } from '../../rule';
import { eachContainer } from '../pod/each-container';
import { RBAC } from './right-kind';

const CLAIM = beside('PersistentVolumeClaim');
const CONFIG_MAP = beside('ConfigMap');
const SECRET = beside('Secret');
const SERVICE = beside('Service');
const SERVICE_ACCOUNT = beside('ServiceAccount');
const INGRESS_CLASS: Target = { group: 'networking.k8s.io', kind: 'IngressClass', place: 'cluster' };
const PRIORITY_CLASS: Target = { group: 'scheduling.k8s.io', kind: 'PriorityClass', place: 'cluster' };
const RUNTIME_CLASS: Target = { group: 'node.k8s.io', kind: 'RuntimeClass', place: 'cluster' };
const STORAGE_CLASS: Target = { group: 'storage.k8s.io', kind: 'StorageClass', place: 'cluster' };

function beside(kind: string): Target {
  return { group: '', kind, place: 'beside' };
}

/** The names that objects of one app have of each other. */
export const REFERRERS: readonly Referrer[] = [
  of({
    on: 'PodSpec',
    refer({ imagePullSecrets, priorityClassName, runtimeClassName, serviceAccountName }, at, refer) {
      refer(at, 'priorityClassName', priorityClassName, PRIORITY_CLASS);
      refer(at, 'runtimeClassName', runtimeClassName, RUNTIME_CLASS);
      refer(at, 'serviceAccountName', serviceAccountName, SERVICE_ACCOUNT);
      imagePullSecrets?.forEach(({ name }, index) => {
        refer(at.field('imagePullSecrets').item(index), 'name', name, SECRET);
      });
    },
  }),
  of({
    on: 'PodSpec',
    needs: ['VolumeMount.subPath'],
    refer(spec, at, refer) {
      eachContainer(spec, ({ volumeMounts = [] }, list, index) => {
        volumeMounts.forEach(({ name, subPath = '' }, mount) => {
          if (subPath === '' || subPath.includes('/')) return;
          const place = spec.volumes?.findIndex((volume) => volume.name === name) ?? -1;
          const file = at.field(list).item(index).field('volumeMounts').item(mount).field('subPath');
          referToFile(spec.volumes?.[place], { key: subPath, at: file }, at.field('volumes').item(place), refer);
        });
      });
    },
  }),
  of({
    on: 'PersistentVolumeClaimVolumeSource',
    refer: ({ claimName }, at, refer) => refer(at, 'claimName', claimName, CLAIM),
  }),
  of({
    on: ['ConfigMapVolumeSource', 'ConfigMapProjection'],
    refer: (source, at, refer) => referToItems(source, at, 'name', source.name, CONFIG_MAP, refer),
  }),
  of({
    on: 'SecretVolumeSource',
    refer: (source, at, refer) => referToItems(source, at, 'secretName', source.secretName, SECRET, refer),
  }),
  of({
    on: 'SecretProjection',
    refer: (source, at, refer) => referToItems(source, at, 'name', source.name, SECRET, refer),
  }),
  of({ on: 'ConfigMapEnvSource', refer: ({ name }, at, refer) => refer(at, 'name', name, CONFIG_MAP) }),
  of({ on: 'SecretEnvSource', refer: ({ name }, at, refer) => refer(at, 'name', name, SECRET) }),
  of({ on: 'ConfigMapKeySelector', refer: (source, at, refer) => referToKey(source, at, CONFIG_MAP, refer) }),
  of({ on: 'SecretKeySelector', refer: (source, at, refer) => referToKey(source, at, SECRET, refer) }),
  of({ on: 'StatefulSetSpec', refer: ({ serviceName }, at, refer) => refer(at, 'serviceName', serviceName, SERVICE) }),
  of({
    on: 'PersistentVolumeClaimSpec',
    refer: ({ storageClassName }, at, refer) => refer(at, 'storageClassName', storageClassName, STORAGE_CLASS),
  }),
  of({
    on: ['HorizontalPodAutoscalerSpec', 'HorizontalPodAutoscalerSpecV1'],
    refer({ scaleTargetRef: { apiVersion = '', kind, name } }, at, refer) {
      refer(at.field('scaleTargetRef'), 'name', name, { group: groupOf(apiVersion), kind, place: 'beside' });
    },
  }),
  of({ on: 'IngressServiceBackend', refer: ({ name }, at, refer) => refer(at, 'name', name, SERVICE) }),
  of({ on: 'IngressTLS', refer: ({ secretName }, at, refer) => refer(at, 'secretName', secretName, SECRET) }),
  of({
    on: 'IngressSpec',
    refer: ({ ingressClassName }, at, refer) => refer(at, 'ingressClassName', ingressClassName, INGRESS_CLASS),
  }),
  of({
    on: 'RoleRef',
    refer({ kind, name }, at, refer) {
      refer(at, 'name', name, { group: RBAC, kind, place: kind === 'Role' ? 'beside' : 'cluster' });
    },
  }),
  of({
    on: 'Subject',
    refer({ kind, name, namespace }, at, refer) {
      if (kind !== 'ServiceAccount') return;
      refer(at, 'name', name, namespace === undefined ? SERVICE_ACCOUNT : { ...SERVICE_ACCOUNT, place: { namespace } });
    },
  }),
];

/** Keeps the type of what `refer` is given. */
function of<Name extends DefinitionName>(referrer: Referrer<Name>): Referrer {
  return referrer;
}

interface KeySelector {
  readonly name?: string;
  readonly key: string;
  readonly optional?: boolean;
}

function referToKey({ name, key, optional = false }: KeySelector, at: Path, target: Target, refer: Refer): void {
  refer(at, 'name', name, target, optional ? undefined : { key, at: at.field('key') });
}

interface Source {
  readonly items?: readonly { readonly key: string }[];
  readonly optional?: boolean;
}

/** Refers once for the name, and once for each key: an issue comes once, however often it is reported. */
function referToItems(
  { items = [], optional = false }: Source,
  at: Path,
  field: string,
  name: string | undefined,
  target: Target,
  refer: Refer,
): void {
  refer(at, field, name, target);
  if (optional) return;
  items.forEach(({ key }, index) =>
    refer(at, field, name, target, { key, at: at.field('items').item(index).field('key') }),
  );
}

/** A mount of one file of a ConfigMap or a Secret names its key. */
function referToFile(
  { configMap, secret }: Partial<Volume> = {},
  data: { readonly key: string; readonly at: Path },
  at: Path,
  refer: Refer,
): void {
  const source = configMap ?? secret;
  // With items the files have names of their own.
  if (source === undefined || source.optional || source.items !== undefined) return;
  refer(at.field('configMap'), 'name', configMap?.name, CONFIG_MAP, data);
  refer(at.field('secret'), 'secretName', secret?.secretName, SECRET, data);
}
