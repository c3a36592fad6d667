import { BatchJob, NodeAgent, type Privilege } from 'cdk8s-workloads';
import { refusal, shop } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';

interface Made {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly securityContext: object;
}

function made(privilege: Privilege): Made {
  const { job } = new BatchJob(shop(), 'job', { image, privilege });
  const { metadata, spec } = job.toJson() as {
    readonly metadata: Pick<Made, 'annotations'>;
    readonly spec: { readonly template: { readonly spec: { readonly containers: readonly Made[] } } };
  };
  return { ...metadata, securityContext: spec.template.spec.containers[0]?.securityContext ?? {} };
}

describe('the capabilities of a container', () => {
  test.each<[string, Privilege['capabilities'], object]>([
    ['are none when nobody asks', undefined, { drop: ['ALL'] }],
    ['are none when the list is empty', [], { drop: ['ALL'] }],
    ['are those that are named', ['CHOWN', 'SYS_TTY_CONFIG'], { add: ['CHOWN', 'SYS_TTY_CONFIG'], drop: ['ALL'] }],
  ])('%s', (_sentence, capabilities, written) => {
    expect(made({ reason: 'x', capabilities }).securityContext).toMatchObject({ capabilities: written });
  });

  test("are the runtime's when nothing is dropped, which linters are told", () => {
    const { annotations, securityContext } = made({ reason: 'x', root: true, capabilities: 'runtime-default' });
    expect(securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: false,
      runAsUser: 0,
      runAsGroup: 0,
    });
    expect(annotations).toEqual({
      'cdk8s-workloads/privilege-reason': 'x',
      'ignore-check.kube-linter.io/run-as-non-root': 'x',
      'ignore-check.kube-linter.io/drop-net-raw-capability': 'x',
      'kube-score/ignore': 'container-security-context-user-group-id',
      'polaris.fairwinds.com/runAsRootAllowed-exempt': 'true',
      'polaris.fairwinds.com/insecureCapabilities-exempt': 'true',
      'checkov.io/skip1': 'CKV_K8S_23=x',
      'checkov.io/skip2': 'CKV_K8S_40=x',
      'checkov.io/skip3': 'CKV_K8S_28=x',
      'checkov.io/skip4': 'CKV_K8S_37=x',
    });
  });

  test('with NET_RAW are what kube-linter looks for', () => {
    const ignored = 'ignore-check.kube-linter.io/drop-net-raw-capability';
    expect(made({ reason: 'pings', capabilities: ['NET_RAW'] }).annotations).toHaveProperty([ignored], 'pings');
    expect(made({ reason: 'routes', capabilities: ['NET_ADMIN'] }).annotations).not.toHaveProperty([ignored]);
  });

  test("of a node agent may be the runtime's, too", () => {
    const host = { reason: 'x', capabilities: 'runtime-default' } as const;
    expect(refusal((chart) => new NodeAgent(chart, 'net', { image, host }))).toBe('');
  });
});
