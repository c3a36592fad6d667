import type {
  ClusterRoleBinding,
  Container,
  Ingress,
  PodSpec,
  RoleBinding,
  Volume,
} from '../../../../imports/kubernetes/types';
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
  /** Where the name is. Most references are right, and nobody asks. */
  readonly at: () => Path;
  readonly key: ObjectKey;
  /** The key of a ConfigMap or a Secret, and where it is, if it must be there. */
  readonly data?: Data | undefined;
}

interface Data {
  readonly at: () => Path;
  readonly key: string;
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

/** Visits the references between objects that can be in one app: those to what is not there, and those to a key of what is. */
export function eachReference(inventory: Inventory, visit: Visit): void {
  let references = known.get(inventory);
  if (references === undefined) {
    const found: Reference[] = [];
    findReferences(inventory, (reference) => {
      if (reference.data !== undefined || inventory.find(reference.key) === undefined) found.push(reference);
    });
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
    if (serviceName === '') continue;
    visit({ item, at: () => SPEC.field('serviceName'), key: keyBeside(item, '', 'Service', serviceName) });
  }
  visitClasses(inventory, visit);
  for (const item of autoscalers(inventory)) {
    const target = item.object.spec?.scaleTargetRef;
    if (target === undefined) continue;
    const key = keyBeside(item, groupOf(target.apiVersion ?? ''), target.kind, target.name);
    visit({ item, at: () => SPEC.field('scaleTargetRef').field('name'), key });
  }
  for (const kind of ['RoleBinding', 'ClusterRoleBinding'] as const) {
    for (const item of inventory.ofKind(`${RBAC}/v1/${kind}`)) visitBinding(item, visit);
  }
  for (const item of inventory.ofKind('networking.k8s.io/v1/Ingress')) visitIngress(item, visit);
}

const SPEC = ROOT.field('spec');

function visitBinding(item: Item<RoleBinding | ClusterRoleBinding>, visit: Visit): void {
  const { roleRef, subjects = [] } = item.object;
  const { name } = roleRef;
  const ofCluster = { group: RBAC, kind: roleRef.kind, name };
  const role = roleRef.kind === 'Role' ? keyBeside(item, RBAC, 'Role', name) : ofCluster;
  visit({ item, at: () => ROOT.field('roleRef').field('name'), key: role });
  subjects.forEach((subject, index) => {
    if (subject.kind !== 'ServiceAccount') return;
    const account = { group: '', kind: 'ServiceAccount', name: subject.name };
    const place = subject.namespace ?? item.key.namespace;
    const key = place === undefined ? account : { ...account, namespace: place };
    visit({ item, at: () => ROOT.field('subjects').item(index).field('name'), key });
  });
}

function visitIngress(item: Item<Ingress>, visit: Visit): void {
  eachBackend(item.object, ({ service }, at) => {
    if (service === undefined) return;
    const key = keyBeside(item, '', 'Service', service.name);
    visit({ item, at: () => at.field('service').field('name'), key });
  });
  item.object.spec?.tls?.forEach(({ secretName = '' }, index) => {
    if (secretName === '') return;
    const key = keyBeside(item, '', 'Secret', secretName);
    visit({ item, at: () => SPEC.field('tls').item(index).field('secretName'), key });
  });
}

/** The classes of claims and of Ingresses. */
function visitClasses(inventory: Inventory, visit: Visit): void {
  const see = (item: Item, group: string, kind: string, name: string | undefined, at: () => Path): void => {
    if (name !== undefined && name !== '') visit({ item, at, key: { group, kind, name } });
  };
  for (const item of inventory.ofKind('v1/PersistentVolumeClaim')) {
    const at = (): Path => SPEC.field('storageClassName');
    see(item, 'storage.k8s.io', 'StorageClass', item.object.spec?.storageClassName, at);
  }
  for (const item of inventory.ofKind('apps/v1/StatefulSet')) {
    item.object.spec?.volumeClaimTemplates?.forEach((claim, index) => {
      const at = (): Path => SPEC.field('volumeClaimTemplates').item(index).field('spec').field('storageClassName');
      see(item, 'storage.k8s.io', 'StorageClass', claim.spec?.storageClassName, at);
    });
  }
  for (const item of inventory.ofKind('networking.k8s.io/v1/Ingress')) {
    const at = (): Path => SPEC.field('ingressClassName');
    see(item, 'networking.k8s.io', 'IngressClass', item.object.spec?.ingressClassName, at);
  }
}

function visitPods({ item, at, template: { spec } }: Pods, visit: Visit): void {
  if (spec === undefined) return;
  const pod = at.field('spec');
  const see: See = (kind, name, place, data) => {
    if (name === undefined || name === '') return;
    visit({ item, at: place, key: keyBeside(item, '', kind, name), data });
  };
  visitPodFields(item, spec, pod, visit);
  see('ServiceAccount', spec.serviceAccountName, () => pod.field('serviceAccountName'));
  spec.imagePullSecrets?.forEach(({ name }, index) =>
    see('Secret', name, () => pod.field('imagePullSecrets').item(index).field('name')),
  );
  spec.volumes?.forEach((volume, index) => visitVolume(volume, () => pod.field('volumes').item(index), see));
  eachContainer(spec, (container, list, index) => {
    const here = (): Path => pod.field(list).item(index);
    visitMounts(container, spec.volumes ?? [], here, () => pod.field('volumes'), see);
    visitEnv(container, here, see);
  });
}

/** A mount of one file of a ConfigMap or a Secret names its key. */
function visitMounts(
  { volumeMounts = [] }: Container,
  volumes: readonly Volume[],
  at: () => Path,
  ofVolumes: () => Path,
  see: See,
): void {
  volumeMounts.forEach(({ name, subPath = '' }, mount) => {
    if (subPath === '' || subPath.includes('/')) return;
    const index = volumes.findIndex((each) => each.name === name);
    const { configMap, secret } = volumes[index] ?? {};
    const source = configMap ?? secret;
    // With items the files have names of their own.
    if (source === undefined || source.optional || source.items !== undefined) return;
    const data = { at: () => at().field('volumeMounts').item(mount).field('subPath'), key: subPath };
    const volume = (): Path => ofVolumes().item(index);
    see('ConfigMap', configMap?.name, () => volume().field('configMap').field('name'), data);
    see('Secret', secret?.secretName, () => volume().field('secret').field('secretName'), data);
  });
}

function visitEnv({ env, envFrom }: Container, at: () => Path, see: See): void {
  env?.forEach(({ valueFrom }, variable) => {
    if (valueFrom?.configMapKeyRef === undefined && valueFrom?.secretKeyRef === undefined) return;
    for (const [kind, field] of KEY_REFERENCES) {
      const source = valueFrom[field];
      if (source === undefined) continue;
      const { name, key, optional = false } = source;
      const here = (): Path => at().field('env').item(variable).field('valueFrom').field(field);
      see(kind, name, () => here().field('name'), optional ? undefined : { at: () => here().field('key'), key });
    }
  });
  envFrom?.forEach(({ configMapRef, secretRef }, source) => {
    const here = (): Path => at().field('envFrom').item(source);
    see('ConfigMap', configMapRef?.name, () => here().field('configMapRef').field('name'));
    see('Secret', secretRef?.name, () => here().field('secretRef').field('name'));
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
    visit({ item, at: () => pod.field('priorityClassName'), key });
  }
  if (runtimeClassName !== undefined) {
    const key = { group: 'node.k8s.io', kind: 'RuntimeClass', name: runtimeClassName };
    visit({ item, at: () => pod.field('runtimeClassName'), key });
  }
}

type See = (kind: string, name: string | undefined, at: () => Path, data?: Data) => void;

interface Source {
  readonly items?: readonly { readonly key: string }[] | undefined;
  readonly optional?: boolean | undefined;
}

function visitVolume({ configMap, secret, persistentVolumeClaim, projected }: Volume, at: () => Path, see: See): void {
  if (persistentVolumeClaim) {
    const { claimName } = persistentVolumeClaim;
    see('PersistentVolumeClaim', claimName, () => at().field('persistentVolumeClaim').field('claimName'));
  }
  if (configMap) visitSource('ConfigMap', configMap.name, configMap, () => at().field('configMap'), 'name', see);
  if (secret) visitSource('Secret', secret.secretName, secret, () => at().field('secret'), 'secretName', see);
  projected?.sources?.forEach((source, index) => {
    for (const [kind, field] of SOURCES) {
      const part = source[field];
      const here = (): Path => at().field('projected').field('sources').item(index).field(field);
      if (part) visitSource(kind, part.name, part, here, 'name', see);
    }
  });
}

function visitSource(
  kind: string,
  name: string | undefined,
  { items = [], optional = false }: Source,
  at: () => Path,
  nameField: string,
  see: See,
): void {
  const ofName = (): Path => at().field(nameField);
  // One visit for the name, and one for each key of it: an issue comes once, however often it is reported.
  see(kind, name, ofName);
  if (optional) return;
  items.forEach(({ key }, index) =>
    see(kind, name, ofName, { at: () => at().field('items').item(index).field('key'), key }),
  );
}
