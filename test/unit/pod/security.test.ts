import { BatchJob, NodeAgent } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (props: object): string =>
  refusal((chart) => new BatchJob(chart, 'job', unchecked({ image, ...props })));

describe('who a container runs as', () => {
  test.each([
    ['is a number', { user: 'postgres' }, 'user "postgres" is not a numeric id from 0 to 2147483647'],
    ['is not negative', { user: -1 }, 'user -1 is not a numeric id from 0 to 2147483647'],
    ['is a group of its kind', { group: 2 ** 31 }, 'group 2147483648 is not a numeric id from 0 to 2147483647'],
    [
      'is not root without a reason',
      { user: 0 },
      'user 0 is root: say why in privilege: { reason, root: true }, or use the id that the image runs as',
    ],
    [
      'is root or another user',
      { user: 999, privilege: { reason: 'x', root: true } },
      'user 999 is not root: leave out user, or privilege.root',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('is root, of a node agent, for the reason in host', () => {
    const props = { image, user: 0, host: { reason: 'reads logs' } };
    expect(refusal((chart) => new NodeAgent(chart, 'logs', props))).toBe(
      'NodeAgent "shop/logs": user 0 is root: say why in host: { reason, root: true }, or use the id that the image runs as',
    );
  });
});

describe('a privilege', () => {
  const missing = 'privilege.reason is missing: say why the container needs it';
  test.each([
    ['has a reason', { root: true }, missing],
    ['has a reason that says something', { root: true, reason: ' ' }, missing],
    [
      'names capabilities in upper case',
      { reason: 'x', capabilities: ['net_admin'] },
      'privilege.capabilities "net_admin" is not a capability: write "NET_ADMIN"',
    ],
    [
      'names capabilities without their prefix',
      { reason: 'x', capabilities: ['CAP_SYS_PTRACE'] },
      'privilege.capabilities "CAP_SYS_PTRACE" is not a capability: write "SYS_PTRACE"',
    ],
    [
      'names capabilities that there are',
      { reason: 'x', capabilities: ['NET_ADMN'] },
      'privilege.capabilities "NET_ADMN" is not a capability: did you mean "NET_ADMIN"',
    ],
    [
      'names capabilities of Linux',
      { reason: 'x', capabilities: ['FLY'] },
      'privilege.capabilities "FLY" is not a capability: name one of Linux, such as "NET_ADMIN"',
    ],
    [
      'names capabilities one by one',
      { reason: 'x', capabilities: ['ALL'] },
      'privilege.capabilities "ALL" is not a capability: name those that are needed, or use privileged: true',
    ],
    [
      'has a list of capabilities, or the one word',
      { reason: 'x', capabilities: 'default' },
      'privilege.capabilities "default" is not a capability: name one of Linux, such as "NET_ADMIN"',
    ],
    [
      'has those of the runtime, or some by name',
      { reason: 'x', capabilities: ['runtime-default', 'SYS_PTRACE'] },
      'privilege.capabilities "runtime-default" is no part of a list: give it alone, capabilities: "runtime-default"',
    ],
  ])('%s', (_sentence, privilege, problem) => {
    expect(refusalOf({ privilege })).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('of a sidecar is checked, too', () => {
    expect(refusalOf({ sidecars: { proxy: { image, privilege: { reason: '', root: true } } } })).toBe(
      'BatchJob "shop/job": sidecars.proxy.privilege.reason is missing: say why the container needs it',
    );
  });

  test('of a node agent is in host', () => {
    const host = { capabilities: ['net-admin'] };
    expect(refusal((chart) => new NodeAgent(chart, 'net', unchecked({ image, host })))).toBe(
      'NodeAgent "shop/net" has 2 problems:\n' +
        '  host.reason is missing: say why the container needs it\n' +
        '  host.capabilities "net-admin" is not a capability: write "NET_ADMIN"',
    );
  });

  test('of root keeps the group', () => {
    const sidecars = { setup: { image, group: 1000, privilege: { reason: 'changes owners', root: true } } };
    const { job } = new BatchJob(shop(), 'job', { image, sidecars });
    expect(job.toJson()).toMatchObject({
      spec: {
        template: {
          spec: { initContainers: [{ securityContext: { runAsNonRoot: false, runAsUser: 0, runAsGroup: 1000 } }] },
        },
      },
    });
  });
});
