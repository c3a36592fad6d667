import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { SchemaTable } from '../../../src/manifest/schema-table';

const folder = join(__dirname, '../../../imports/kubernetes');
const table = JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8')) as SchemaTable;
const types = readFileSync(join(folder, 'types.ts'), 'utf8');

const fieldsOf = (definition: string) => table.definitions[definition]?.fields ?? {};
const interfaceOf = (name: string): string =>
  new RegExp(`^export interface ${name} [^]*?^}`, 'm').exec(types)?.[0] ?? '';

describe('imports/kubernetes', () => {
  it('describes Kubernetes 1.35', () => {
    expect(table.kubernetes).toBe('1.35');
    expect(types).toMatch(/^\/\/ The built-in kinds of Kubernetes 1\.35\./);
  });

  it.each([
    ['ServiceSpec', 'clusterIP?: string;'],
    ['PodSpec', 'hostPID?: boolean;'],
    ['CustomResourceValidation', 'openAPIV3Schema?: JSONSchemaProps;'],
    ['ServiceSpec', `type?: 'ClusterIP' | 'ExternalName' | 'LoadBalancer' | 'NodePort';`],
    [
      'PersistentVolumeClaimSpec',
      `accessModes?: readonly ('ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod')[];`,
    ],
    ['StatefulSetPersistentVolumeClaimRetentionPolicy', `whenDeleted?: 'Delete' | 'Retain';`],
    ['ResourceRequirements', 'limits?: { readonly [key: string]: Quantity };'],
    ['StatefulSetSpec', 'volumeClaimTemplates?: readonly EmbeddedPersistentVolumeClaim[];'],
    ['RollingUpdateDeployment', 'maxSurge?: IntOrPercent;'],
    ['ServicePort', 'targetPort?: IntOrString;'],
    ['CronJobSpec', 'jobTemplate: JobTemplateSpec;'],
    ['RoleRef', `apiGroup?: 'rbac.authorization.k8s.io';`],
    ['StorageClass', 'provisioner: string;'],
    ['JSONSchemaProps', `items?: JSONSchemaProps | readonly JSONSchemaProps[];`],
    ['Kinds', `'v1/Endpoints': Endpoints;`],
    ['Kinds', `'v1/ReplicationController': ReplicationController;`],
    ['Kinds', `'autoscaling/v1/HorizontalPodAutoscaler': HorizontalPodAutoscalerV1;`],
  ])('types %s with %s', (name, line) => {
    expect(interfaceOf(name)).toContain(`  readonly ${line}\n`);
  });

  it('has only type codes that it explains, and definitions that it has', () => {
    const cells = Object.values(table.definitions).flatMap(({ fields }) => Object.values(fields));
    const codes = new Set(cells.map((cell) => (typeof cell === 'string' ? cell : cell.type)));
    const words = new Set([...codes].flatMap((code) => code.split(/\[\]|\{\}|[()|]/)).filter((word) => word !== ''));
    const scalars = [...words].filter((word) => table.definitions[word] === undefined).sort();

    expect(scalars.join(' ')).toBe(
      'any boolean bytes int-or-percent int-or-string int32 int64 micro-time number object quantity string time',
    );
  });

  it('knows the keys of lists, the sets, the defaults and the atomic values', () => {
    expect(fieldsOf('PodSpec').containers).toEqual({ type: 'Container[]', keys: ['name'] });
    expect(fieldsOf('Container').ports).toEqual({ type: 'ContainerPort[]', keys: ['containerPort', 'protocol'] });
    expect(fieldsOf('ContainerPort').protocol).toEqual({
      type: 'string',
      enum: ['', 'SCTP', 'TCP', 'UDP'],
      default: 'TCP',
    });
    expect(fieldsOf('ObjectMeta').finalizers).toEqual({ type: 'string[]', set: true });
    expect(fieldsOf('ServiceSpec').selector).toEqual({ type: 'string{}', atomic: true });
    expect(table.definitions.LabelSelector?.atomic).toBe(true);
  });

  it('requires what the server requires', () => {
    expect(table.definitions.StatefulSetSpec?.required).toEqual(['selector', 'template']);
    expect(table.definitions.RoleRef?.required).toEqual(['kind', 'name']);
    expect(table.definitions.PersistentVolumeClaim?.required).toEqual(['spec']);
    expect(table.definitions.DaemonSetStatus).not.toHaveProperty('required');
  });

  it('knows where a kind is in the API', () => {
    expect(table.kinds['apps/v1/StatefulSet']).toEqual({
      definition: 'StatefulSet',
      resource: 'statefulsets',
      namespaced: true,
      subresources: ['scale', 'status'],
    });
    expect(table.kinds['networking.k8s.io/v1/Ingress']?.resource).toBe('ingresses');
    expect(table.kinds['v1/Namespace']?.namespaced).toBe(false);
  });

  it('has no lists and nothing that cannot be created', () => {
    const kinds = Object.keys(table.kinds);

    expect(kinds.filter((kind) => kind.endsWith('List'))).toEqual([]);
    expect(kinds).not.toContain('v1/ComponentStatus');
    expect(kinds).not.toContain('policy/v1/Eviction');
  });
});
