import type { PodSpec, Volume } from '../../../../imports/kubernetes/types';
import type { ObjectKey } from '../../../manifest/object-key';
import type { Inventory, Item, Pods } from '../../inventory';
import { groupOf } from '../../kinds';
import { type Path, ROOT } from '../../path';
import { eachContainer } from '../pod/each-container';
import { eachBackend } from './each-backend';
import { keyBeside } from './key-beside';
import { AUTOSCALER, autoscalers } from './replicas';

/** One object names another. */
export interface Reference {
  readonly item: Item;
  /** Where the name is. */
  readonly at: Path;
  readonly key: ObjectKey;
  /** Where the key of a ConfigMap or a Secret is, and which one, if it must be there. */
  readonly data?: { readonly at: Path; readonly key: string } | undefined;
}

/** The definitions and fields with which objects name others. */
export const REFERRING = [
  ...AUTOSCALER,
  'ClusterRoleBinding',
  'EnvFromSource',
  'EnvVarSource',
  'Ingress',
  'PersistentVolumeClaimSpec',
  'PodSpec.imagePullSecrets',
  'PodSpec.priorityClassName',
  'PodSpec.runtimeClassName',
  'PodSpec.serviceAccountName',
  'RoleBinding',
  'StatefulSetSpec.serviceName',
  'Volume',
] as const;

type Visit = (reference: Reference) => void;

/** Visits every reference between objects that can be in one app. */
export function eachReference(inventory: Inventory, visit: Visit): void {
  let references = known.get(inventory);
  if (references === undefined) {
    const found: Reference[] = [];
    findReferences(inventory, (reference) => found.push(reference));
    known.set(inventory, (references = found));
  }
  references.forEach(visit);
}

/** Several rules ask about the references of an app. */
const known = new WeakMap<Inventory, readonly Reference[]>();

const RBAC = 'rbac.authorization.k8s.io';

function findReferences(inventory: Inventory, visit: Visit): void {
  for (const pods of inventory.pods) visitPods(pods, visit);
  for (const item of inventory.ofKind('apps/v1/StatefulSet')) {
    const { serviceName = '' } = item.object.spec ?? {};
    if (serviceName !== '') {
      visit({ item, at: ROOT.field('spec').field('serviceName'), key: keyBeside(item, '', 'Service', serviceName) });
    }
  }
  visitClasses(inventory, visit);
  for (const item of autoscalers(inventory)) {
    const target = item.object.spec?.scaleTargetRef;
    if (target === undefined) continue;
    const at = ROOT.field('spec').field('scaleTargetRef').field('name');
    visit({ item, at, key: keyBeside(item, groupOf(target.apiVersion ?? ''), target.kind, target.name) });
  }
  for (const kind of ['RoleBinding', 'ClusterRoleBinding'] as const) {
    for (const item of inventory.ofKind(`${RBAC}/v1/${kind}`)) {
      const { roleRef, subjects = [] } = item.object;
      const { name } = roleRef;
      const ofCluster = { group: RBAC, kind: roleRef.kind, name };
      const key = roleRef.kind === 'Role' ? keyBeside(item, RBAC, 'Role', name) : ofCluster;
      visit({ item, at: ROOT.field('roleRef').field('name'), key });
      subjects.forEach((subject, index) => {
        if (subject.kind !== 'ServiceAccount') return;
        const account = { group: '', kind: 'ServiceAccount', name: subject.name };
        const place = subject.namespace ?? item.key.namespace;
        const at = ROOT.field('subjects').item(index).field('name');
        visit({ item, at, key: place === undefined ? account : { ...account, namespace: place } });
      });
    }
  }
  for (const item of inventory.ofKind('networking.k8s.io/v1/Ingress')) {
    eachBackend(item.object, ({ service }, at) => {
      if (service === undefined) return;
      visit({ item, at: at.field('service').field('name'), key: keyBeside(item, '', 'Service', service.name) });
    });
    item.object.spec?.tls?.forEach(({ secretName = '' }, index) => {
      if (secretName === '') return;
      visit({
        item,
        at: ROOT.field('spec').field('tls').item(index).field('secretName'),
        key: keyBeside(item, '', 'Secret', secretName),
      });
    });
  }
}

/** The classes of claims and of Ingresses. */
function visitClasses(inventory: Inventory, visit: Visit): void {
  const see = (item: Item, group: string, kind: string, name: string | undefined, at: Path): void => {
    if (name !== undefined && name !== '') visit({ item, at, key: { group, kind, name } });
  };
  const spec = ROOT.field('spec');
  for (const item of inventory.ofKind('v1/PersistentVolumeClaim')) {
    const at = spec.field('storageClassName');
    see(item, 'storage.k8s.io', 'StorageClass', item.object.spec?.storageClassName, at);
  }
  for (const item of inventory.ofKind('apps/v1/StatefulSet')) {
    item.object.spec?.volumeClaimTemplates?.forEach((claim, index) => {
      const at = spec.field('volumeClaimTemplates').item(index).field('spec').field('storageClassName');
      see(item, 'storage.k8s.io', 'StorageClass', claim.spec?.storageClassName, at);
    });
  }
  for (const item of inventory.ofKind('networking.k8s.io/v1/Ingress')) {
    const at = spec.field('ingressClassName');
    see(item, 'networking.k8s.io', 'IngressClass', item.object.spec?.ingressClassName, at);
  }
}

function visitPods({ item, at: template, template: { spec } }: Pods, visit: Visit): void {
  if (spec === undefined) return;
  const pod = template.field('spec');
  const see = (kind: string, name: string | undefined, at: Path, data?: Reference['data']): void => {
    if (name === undefined || name === '') return;
    visit({ item, at, key: keyBeside(item, '', kind, name), data });
  };
  visitPodFields(item, spec, pod, visit);
  see('ServiceAccount', spec.serviceAccountName, pod.field('serviceAccountName'));
  spec.imagePullSecrets?.forEach(({ name }, index) =>
    see('Secret', name, pod.field('imagePullSecrets').item(index).field('name')),
  );
  const volumes = pod.field('volumes');
  spec.volumes?.forEach((volume, index) => visitVolume(volume, volumes.item(index), see));
  eachContainer(spec, ({ env, envFrom, volumeMounts }, list, index) => {
    volumeMounts?.forEach(({ name, subPath = '' }, mount) => {
      if (subPath === '' || subPath.includes('/')) return;
      const volume = spec.volumes?.findIndex((each) => each.name === name) ?? -1;
      const { configMap, secret } = spec.volumes?.[volume] ?? {};
      const source = configMap ?? secret;
      // With items the files have names of their own.
      if (source === undefined || source.optional || source.items !== undefined) return;
      const at = volumes.item(volume);
      const data = { at: pod.field(list).item(index).field('volumeMounts').item(mount).field('subPath'), key: subPath };
      see('ConfigMap', configMap?.name, at.field('configMap').field('name'), data);
      see('Secret', secret?.secretName, at.field('secret').field('secretName'), data);
    });
    env?.forEach(({ valueFrom }, variable) => {
      if (valueFrom?.configMapKeyRef === undefined && valueFrom?.secretKeyRef === undefined) return;
      const from = pod.field(list).item(index).field('env').item(variable).field('valueFrom');
      for (const [kind, field] of KEY_REFERENCES) {
        const source = valueFrom[field];
        if (source === undefined) continue;
        const at = from.field(field);
        see(
          kind,
          source.name,
          at.field('name'),
          source.optional ? undefined : { at: at.field('key'), key: source.key },
        );
      }
    });
    envFrom?.forEach(({ configMapRef, secretRef }, source) => {
      const at = pod.field(list).item(index).field('envFrom').item(source);
      see('ConfigMap', configMapRef?.name, at.field('configMapRef').field('name'));
      see('Secret', secretRef?.name, at.field('secretRef').field('name'));
    });
  });
}

const KEY_REFERENCES = [
  ['ConfigMap', 'configMapKeyRef'],
  ['Secret', 'secretKeyRef'],
] as const;

const SOURCES = [
  ['ConfigMap', 'configMap'],
  ['Secret', 'secret'],
] as const;

/** What a pod names that has no namespace. */
function visitPodFields(item: Item, { priorityClassName, runtimeClassName }: PodSpec, pod: Path, visit: Visit): void {
  if (priorityClassName !== undefined) {
    const key = { group: 'scheduling.k8s.io', kind: 'PriorityClass', name: priorityClassName };
    visit({ item, at: pod.field('priorityClassName'), key });
  }
  if (runtimeClassName !== undefined) {
    const key = { group: 'node.k8s.io', kind: 'RuntimeClass', name: runtimeClassName };
    visit({ item, at: pod.field('runtimeClassName'), key });
  }
}

type See = (kind: string, name: string | undefined, at: Path, data?: Reference['data']) => void;

interface Source {
  readonly items?: readonly { readonly key: string }[] | undefined;
  readonly optional?: boolean | undefined;
}

function visitVolume({ configMap, secret, persistentVolumeClaim, projected }: Volume, at: Path, see: See): void {
  if (persistentVolumeClaim) {
    const claim = at.field('persistentVolumeClaim').field('claimName');
    see('PersistentVolumeClaim', persistentVolumeClaim.claimName, claim);
  }
  if (configMap) visitSource('ConfigMap', configMap.name, configMap, at.field('configMap'), 'name', see);
  if (secret) visitSource('Secret', secret.secretName, secret, at.field('secret'), 'secretName', see);
  projected?.sources?.forEach((source, index) => {
    const here = at.field('projected').field('sources').item(index);
    for (const [kind, field] of SOURCES) {
      const part = source[field];
      if (part) visitSource(kind, part.name, part, here.field(field), 'name', see);
    }
  });
}

function visitSource(
  kind: string,
  name: string | undefined,
  source: Source,
  at: Path,
  nameField: string,
  see: See,
): void {
  const { items = [], optional = false } = source;
  // One visit for the name, and one for each key of it: an issue comes once, however often it is reported.
  see(kind, name, at.field(nameField));
  if (optional) return;
  items.forEach(({ key }, index) =>
    see(kind, name, at.field(nameField), { at: at.field('items').item(index).field('key'), key }),
  );
}
