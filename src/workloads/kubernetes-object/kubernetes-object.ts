import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesManifest } from '../../manifest/kubernetes';
import { objectNameProblem } from '../../manifest/name';
import { checkMetadata, METADATA } from '../../manifest/object-meta';
import { Problems } from '../../props/problem';
import { checkShape, fields, such, text } from '../../props/shape';
import { apiObjectProps, settle } from '../../emit/emit';

/**
 * One object of any kind that Kubernetes has, in its own words, typed by `apiVersion` and `kind`.
 *
 * For a custom resource, `customResource` or `importCustomResource` of `cdk8s-workloads/custom-resource` makes a class.
 *
 * Its name is `metadata.name`, or the id. A kind that belongs to the whole cluster does not get the chart's namespace.
 *
 * @throws InvalidPropsError when an object of the kind cannot have the name, or no object such labels
 * @example
 * new KubernetesObject(chart, 'ssd', {
 *   apiVersion: 'storage.k8s.io/v1',
 *   kind: 'StorageClass',
 *   provisioner: 'ebs.csi.aws.com',
 *   volumeBindingMode: 'WaitForFirstConsumer',
 * });
 */
export class KubernetesObject extends ApiObject {
  constructor(scope: Construct, id: string, manifest: KubernetesManifest) {
    checkManifest(`${scope.node.path}/${id}`, manifest);
    super(scope, id, apiObjectProps(scope, manifest, id));
    const problems = new Problems();
    const prop = manifest.metadata?.name === undefined ? 'id' : 'metadata.name';
    problems.check(prop, this.name, (name) => objectNameProblem(this.kind, name));
    checkMetadata(problems.at('metadata'), manifest.metadata ?? {});
    problems.throwIfAny(`KubernetesObject "${this.node.path}"`);
    settle(this);
  }
}

const MANIFEST = fields(
  {
    apiVersion: such(text, '"storage.k8s.io/v1"'),
    kind: such(text, '"StorageClass"'),
    metadata: METADATA,
  },
  '{ apiVersion: "storage.k8s.io/v1", kind: "StorageClass", ... }',
  ['apiVersion', 'kind'],
);

/** Only JavaScript can give another shape. */
function checkManifest(path: string, manifest: unknown): void {
  const problems = new Problems();
  checkShape(problems, manifest ?? {}, MANIFEST);
  problems.throwIfAny(`KubernetesObject "${path}"`);
}
