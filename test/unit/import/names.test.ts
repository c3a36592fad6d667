import { shortNames } from '../../../tools/import/names';

describe('shortNames()', () => {
  it('takes the last word of a full name', () => {
    const names = shortNames(['io.k8s.api.apps.v1.Deployment', 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta']);

    expect([...names.values()]).toEqual(['Deployment', 'ObjectMeta']);
  });

  it('gives the plain name to the newest version of a group, and the version to the others', () => {
    const versions = ['v1', 'v2', 'v10', 'v11beta1'].map((version) => `io.k8s.api.autoscaling.${version}.MetricSpec`);

    expect([...shortNames(versions).values()]).toEqual([
      'MetricSpecV1',
      'MetricSpecV2',
      'MetricSpec', // a stable version is newer than any beta
      'MetricSpecV11beta1',
    ]);
  });

  it('has a readable name for what two groups call the same', () => {
    const names = shortNames(['io.k8s.api.core.v1.ResourceClaim', 'io.k8s.api.resource.v1.ResourceClaim']);

    expect([...names.values()]).toEqual(['ContainerResourceClaim', 'ResourceClaim']);
  });

  it('refuses to call two things the same', () => {
    expect(() => shortNames(['io.k8s.api.apps.v1.Gadget', 'io.k8s.api.batch.v1.Gadget'])).toThrow(
      '"io.k8s.api.apps.v1.Gadget" and "io.k8s.api.batch.v1.Gadget" would both be called "Gadget": choose a name',
    );
  });
});
