import { BatchJob, type BatchJobProps } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

const refusalOf = (props: unknown): string => refusal((chart) => new BatchJob(chart, 'job', unchecked(props)));
const image = 'ghcr.io/shop/api:2.3.1';

describe('the image of a container', () => {
  test.each([
    ['must be there', {}, 'image is missing: name the image with its tag, such as "postgres:16.4"'],
    ['must have a tag', { image: 'postgres' }, 'image "postgres" has no tag: pin one, such as "postgres:1.2.3"'],
    [
      'must not be latest',
      { image: 'ghcr.io/shop/api:latest' },
      'image "ghcr.io/shop/api:latest" has the tag "latest", which moves: pin a version, such as "ghcr.io/shop/api:1.2.3"',
    ],
    [
      'must be one',
      { image: 'https://ghcr.io/shop/api:2' },
      'image "https://ghcr.io/shop/api:2" begins with "https://": begin with the registry, "ghcr.io/shop/api:2"',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });
});

describe('the command of a container', () => {
  test.each([
    [
      'is a list',
      { image, command: 'migrate up' },
      'command "migrate up" is one string: give a list, such as ["sh", "-c", "migrate up"]',
    ],
    [
      'has arguments in a list',
      { image, args: '--verbose' },
      'args "--verbose" is one string: give a list, such as ["sh", "-c", "--verbose"]',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('is that of the image when the list is empty', () => {
    const props: BatchJobProps = { image, command: [], args: [] };
    expect(refusalOf(props)).toBe('');
  });
});

describe('containers beside the main one', () => {
  test.each([
    [
      'are checked like it',
      { sidecars: { proxy: { image: 'envoy' } } },
      'sidecars.proxy.image "envoy" has no tag: pin one, such as "envoy:1.2.3"',
    ],
    [
      'are found by their names in the error',
      { initContainers: { 'wait-for-it': { image } }, containers: { 'log-shipper': { image: 'fluentd' } } },
      'containers["log-shipper"].image "fluentd" has no tag: pin one, such as "fluentd:1.2.3"',
    ],
    [
      'have names that are DNS labels',
      { containers: { log_shipper: { image } } },
      'containers "log_shipper" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "log-shipper"',
    ],
    [
      'have names of their own',
      { containers: { job: { image } } },
      'containers "job" is the name of another container of this pod: take another',
    ],
    [
      'have a probe only if they go on',
      { initContainers: { migrate: { image, probes: { liveness: { exec: { command: ['true'] } } } } } },
      'initContainers.migrate.probes is for a container that goes on: leave it out, or give restartPolicy: "Always"',
    ],
    [
      'have a lifecycle only if they go on',
      { initContainers: { migrate: { image, lifecycle: { preStop: { sleep: { seconds: 1 } } } } } },
      'initContainers.migrate.lifecycle is for a container that goes on: leave it out, or give restartPolicy: "Always"',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf({ image, ...props })).toBe(`BatchJob "shop/job": ${problem}`);
  });

  test('may have probes when they are sidecars', () => {
    const probes = { startup: { exec: { command: ['true'] } } };
    const initContainers = { proxy: { image, restartPolicy: 'Always', probes } };
    expect(refusalOf({ image, initContainers, sidecars: { tunnel: { image, probes } } })).toBe('');
  });
});
