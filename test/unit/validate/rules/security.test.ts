import { codes, pod, podOf } from './pod';

const user = (runAsUserName: string) => podOf({ securityContext: { windowsOptions: { runAsUserName } } });

test.each(['web', 'SHOP\\web', 'a b\\c', '.a-b', 'é', 'a.b\\c', `${'a'.repeat(15)}\\b`, 'a'.repeat(104)])(
  '%p is a user',
  (name) => {
    expect(codes(user(name))).toEqual([]);
  },
);

test.each(['', '\\web', 'SHOP\\', 'a\\b\\c', 'a\tb', '. .', '.a\\b', 'a:b\\c', 'web@shop', 'a[b', 'a'.repeat(105)])(
  '%p is no user',
  (name) => {
    expect(codes(user(name))).toEqual(['windows-user']);
  },
);

const sysctl = (name: string, spec: object = {}) =>
  pod({ securityContext: { sysctls: [{ name, value: '1' }] }, ...spec });

test.each(['net.ipv4.tcp_syncookies', 'net/ipv4/conf', 'kernel', 'a'.repeat(253)])('%p is a sysctl', (name) => {
  expect(codes(sysctl(name))).toEqual([]);
});

test.each(['', 'A', 'a..b', 'a.', 'net.*', 'a'.repeat(254)])('%p is no sysctl', (name) => {
  expect(codes(sysctl(name))).toEqual(['sysctl']);
});

test.each([
  ['net.core.somaxconn', 'hostNetwork'],
  ['net/core.x', 'hostNetwork'],
  ['kernel/shmmax', 'hostIPC'],
  ['fs.mqueue.msg_max', 'hostIPC'],
])('%s would change the node with %s', (name, field) => {
  expect(codes(sysctl(name, { [field]: true }))).toEqual(['sysctl']);
});

test.each(['netx.core', 'kernel.shmmaxx', 'fs.mqueue'])('%s is not of a namespace', (name) => {
  expect(codes(sysctl(name, { hostNetwork: true, hostIPC: true }))).toEqual([]);
});

const hostProcess = (value: boolean | undefined) =>
  value === undefined ? {} : { securityContext: { windowsOptions: { hostProcess: value } } };

test.each([
  [undefined, undefined, undefined, []],
  [true, undefined, undefined, []],
  [true, true, true, []],
  [undefined, true, true, []],
  [false, undefined, undefined, []],
  [undefined, true, undefined, ['host-process']],
  [undefined, true, false, ['host-process']],
  [true, false, undefined, ['host-process']],
  [false, true, true, ['host-process']],
])('hostProcess of the pod %p, of its containers %p and %p', (ofPod, first, second, expected) => {
  const containers = [first, second].map((own, index) => ({ name: `c${index}`, image: 'web:1', ...hostProcess(own) }));
  expect(codes(pod({ containers, hostNetwork: true, ...hostProcess(ofPod) }))).toEqual(expected);
});
