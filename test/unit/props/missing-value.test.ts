import { WebService } from 'cdk8s-workloads';
import { imageProblem } from '../../../src/manifest/image';
import { missingValueProblem } from '../../../src/props/missing-value';
import { refusal, unchecked } from '../refusal';

const missing = 'is what JavaScript writes for a value that is missing: look where it comes from';

test.each(['undefined', 'null'])('missingValueProblem() knows "%s"', (text) => {
  expect(missingValueProblem(text)).toBe(missing);
});

test.each(['', 'undefined-behaviour', 'nullable'])('missingValueProblem() takes "%s"', (text) => {
  expect(missingValueProblem(text)).toBeUndefined();
});

test.each(['undefined', 'null'])('imageProblem() refuses the tag "%s"', (tag) => {
  expect(imageProblem(`x/y:${tag}`)).toBe(
    `has the tag "${tag}", which JavaScript writes for a value that is missing: look where it comes from`,
  );
});

test.each([
  ['host', { ingress: { host: 'undefined' } }, 'ingress.host'],
  ['name', { name: 'undefined' }, 'name'],
  ['reference', { imagePullSecrets: ['undefined'] }, 'imagePullSecrets[0]'],
])('a %s is not "undefined"', (_what, props, prop) => {
  const all = unchecked({ image: 'ghcr.io/shop/api:2.3.1', port: 8080, ...props });
  expect(refusal((chart) => new WebService(chart, 'api', all))).toBe(
    `WebService "shop/api": ${prop} "undefined" ${missing}`,
  );
});
