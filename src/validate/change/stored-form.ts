import type { PodSpec } from '../../../imports/kubernetes/types';
import type { TypeCode } from '../../manifest/schema-table';
import { amountOf, showAmount } from '../amount';
import { builtInSchema } from '../schema';
import { readType, type Type } from '../type-code';
import { MEANS_ITS_EMPTY, MEANS_ITS_ZERO, SERVER_DEFAULTS } from './server-defaults';

/**
 * A value as the server stores it, so that two that mean the same are the same JSON: defaults are left out wherever they stand, as are
 * empty lists, maps and objects, and the zeroes that Go takes for nothing; quantities of one amount are one text. Undefined for what is nothing.
 *
 * @param type as the table has it: `'PodSpec'`, `'string{}'`
 */
export function storedForm(type: TypeCode, value: unknown): unknown {
  return formOf(readType(type), value);
}

/** The type of a field of a definition; undefined where there is no such field. */
export function fieldType(definition: string, field: string): TypeCode | undefined {
  const found = builtInSchema().definition(definition)?.fields[field];
  return typeof found === 'object' ? found.type : found;
}

function formOf(type: Type, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  switch (type.is) {
    case 'list':
      return Array.isArray(value) && value.length > 0 ? value.map((item) => formOf(type.of, item) ?? null) : undefined;
    case 'map':
      return collect(Object.entries(value).map(([key, each]) => [key, formOf(type.of, each) ?? null]));
    case 'either':
      return value;
    case 'name':
      return builtInSchema().definition(type.name) ? objectForm(type.name, value) : scalar(type.name, value);
  }
}

function scalar(type: string, value: unknown): unknown {
  return type === 'quantity' ? showAmount(amountOf(value as string | number)) : value; // The structure is right.
}

function objectForm(definition: string, value: object): unknown {
  return collect(
    fieldsOf(definition, value).map(([field, each]) => {
      const empty = isObject(each) && MEANS_ITS_EMPTY.has(`${definition}.${field}`) ? {} : undefined;
      const form = formOf(readType(fieldType(definition, field) ?? 'any'), each) ?? empty;
      return [field, isNothing(definition, field, form, value) ? undefined : form];
    }),
  );
}

function fieldsOf(definition: string, value: object): readonly (readonly [string, unknown])[] {
  if (definition !== 'PodSpec') return Object.entries(value);
  // The old name of a field counts where the new one is not given.
  const { serviceAccount } = value as PodSpec; // As the definition says.
  return Object.entries({ serviceAccountName: serviceAccount, ...value });
}

function isNothing(definition: string, field: string, form: unknown, owner: object): boolean {
  if (OF_NO_MEANING.has(`${definition}.${field}`)) return true;
  const isZero = form === '' || form === 0 || form === false;
  if (isZero && !MEANS_ITS_ZERO.has(field) && !MEANS_ITS_ZERO.has(`${definition}.${field}`)) return true;
  if (PULL_POLICIES.has(`${definition}.${field}`)) return form === pullPolicyOf(owner);
  const standard = SERVER_DEFAULTS[`${definition}.${field}`] ?? describedDefault(definition, field);
  return standard !== undefined && JSON.stringify(standard) === JSON.stringify(form);
}

/** The type of a claim template is clear, `status` is not what anybody asks for, and the old name of a field follows the new one. */
const OF_NO_MEANING: ReadonlySet<string> = new Set([
  'ObjectMeta.creationTimestamp',
  'PersistentVolumeClaim.apiVersion',
  'PersistentVolumeClaim.kind',
  'PersistentVolumeClaim.status',
  'PodSpec.serviceAccount',
  // Their feature gates are off in Kubernetes 1.35, and the server drops them.
  'DeviceConstraint.distinctAttribute',
  'DeviceSubRequest.capacity',
  'DeviceSubRequest.tolerations',
  'ExactDeviceRequest.capacity',
  'ExactDeviceRequest.tolerations',
  'Lifecycle.stopSignal',
  'PodSpec.workloadRef',
  'VolumeProjection.clusterTrustBundle',
  'VolumeProjection.podCertificate',
]);

function describedDefault(definition: string, field: string): unknown {
  const found = builtInSchema().definition(definition)?.fields[field];
  return typeof found === 'object' ? found.default : undefined;
}

const PULL_POLICIES: ReadonlySet<string> = new Set(['Container.imagePullPolicy', 'ImageVolumeSource.pullPolicy']);

/** What the server fills in for an image: no tag is the latest one, and a digest is never pulled again. */
function pullPolicyOf(owner: { readonly image?: string; readonly reference?: string }): string {
  const { image = owner.reference ?? '' } = owner;
  const name = image.slice(image.lastIndexOf('/') + 1);
  const isLatest = !name.includes('@') && (!name.includes(':') || name.endsWith(':latest'));
  return isLatest ? 'Always' : 'IfNotPresent';
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function collect(entries: readonly (readonly [string, unknown])[]): unknown {
  const given = entries.filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
