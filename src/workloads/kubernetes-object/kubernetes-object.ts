import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesManifest } from '../../manifest/kubernetes';
import { objectNameProblem } from '../../manifest/name';
import { Problems } from '../../manifest/problem';
import { apiObjectProps, claim, leaveNamespace } from '../emit';

/**
 * One object of any kind that Kubernetes has, in its own words, typed by `apiVersion` and `kind`.
 *
 * Its name is `metadata.name`, or the id. A kind that belongs to the whole cluster does not get the chart's namespace.
 *
 * @throws InvalidPropsError when an object of the kind cannot have the name
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
    super(scope, id, apiObjectProps(scope, manifest, id));
    leaveNamespace(this);
    const problems = new Problems();
    const prop = manifest.metadata?.name === undefined ? 'id' : 'metadata.name';
    problems.check(prop, this.name, (name) => objectNameProblem(this.kind, name));
    problems.throwIfAny(`KubernetesObject "${this.node.path}"`);
    claim(this);
  }
}
