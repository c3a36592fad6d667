import { validateChange } from '../../../../src/validate/validate-change';

const service = (spec: object): unknown => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a' },
  spec: { selector: { app: 'a' }, ports: [{ port: 80 }], ...spec },
});
const found = (before: object, after: object): readonly string[] =>
  validateChange([service(before)], [service(after)]).map(({ path, message }) => `${path} ${message}`);

const [FIRST, SECOND, OTHER] = ['10.96.0.10', 'fd00:98::10', 'fd00:98::11'];
const dual = { clusterIP: FIRST, clusterIPs: [FIRST, SECOND], ipFamilyPolicy: 'PreferDualStack' };
const families = { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'PreferDualStack' };

// What a cluster with one family of addresses cannot be asked.
test.each([
  [
    dual,
    { ...dual, clusterIPs: [FIRST, OTHER] },
    'spec.clusterIPs[1] was "fd00:98::10" and is "fd00:98::11", but it cannot be changed',
  ],
  [dual, { ...dual, clusterIPs: [FIRST] }, 'spec.ipFamilyPolicy is "PreferDualStack", and the second address is gone'],
  [dual, { clusterIP: FIRST, clusterIPs: [FIRST] }, 'spec.ipFamilyPolicy is missing, and the second address is gone'],
  [
    families,
    { ...families, ipFamilies: ['IPv4'] },
    'spec.ipFamilyPolicy is "PreferDualStack", and the second family is gone',
  ],
  [
    { ipFamilyPolicy: 'RequireDualStack' },
    { ipFamilies: ['IPv4'] },
    'spec.ipFamilyPolicy is missing, and the second family is gone',
  ],
  [
    { ...families, clusterIP: 'None' },
    { ...families, clusterIP: 'None', ipFamilies: ['IPv4'] },
    'spec.ipFamilyPolicy is "PreferDualStack", and the second family is gone',
  ],
])('of %j cannot become %j', (before, after, issue) => {
  expect(found(before, after)).toEqual([issue]);
});

test.each([
  [dual, { clusterIP: FIRST }],
  [dual, { clusterIP: FIRST, clusterIPs: [FIRST], ipFamilyPolicy: 'SingleStack' }],
  [families, { ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' }],
  [families, {}],
  [{ ipFamilyPolicy: 'PreferDualStack' }, { ipFamilies: ['IPv4'] }],
])('of %j can become %j', (before, after) => {
  expect(found(before, after)).toEqual([]);
});
