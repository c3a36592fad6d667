import type { PersistentVolumeClaim, StatefulSet } from '../../manifest/kubernetes';
import { defined } from '../../values/defined';
import { podTemplate } from '../../pod/pod-template';
import { workloadMetadata } from '../resolve-workload';
import type { Storage } from './props';
import type { ResolvedDatabase } from './resolve';

export function statefulSet(database: ResolvedDatabase): StatefulSet {
  const { identity, props, headlessName, storage } = database;
  const claims = Object.entries(storage).map(([name, each]) => claimTemplate(name, each));
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: workloadMetadata(database),
    spec: defined({
      serviceName: headlessName,
      replicas: props.replicas,
      selector: { matchLabels: identity.selector },
      podManagementPolicy: props.podManagementPolicy,
      updateStrategy: props.updateStrategy,
      minReadySeconds: props.minReadySeconds,
      revisionHistoryLimit: props.revisionHistoryLimit,
      ordinals: props.ordinals,
      persistentVolumeClaimRetentionPolicy: props.storage?.retention,
      template: podTemplate(database.podPlan),
      ...(claims.length > 0 && { volumeClaimTemplates: claims }),
    }),
  };
}

// Claim templates are immutable: nothing gets into them that may change for another reason, such as the chart's labels.
function claimTemplate(name: string, storage: Storage): Omit<PersistentVolumeClaim, 'apiVersion' | 'kind'> {
  const { size, storageClassName, labels, annotations, dataSource, volumeAttributesClassName } = storage;
  return {
    metadata: defined({ name, labels, annotations }),
    spec: defined({
      accessModes: storage.accessModes ?? ['ReadWriteOnce'],
      storageClassName,
      volumeAttributesClassName,
      dataSource,
      resources: { requests: { storage: size } },
    }),
  };
}
