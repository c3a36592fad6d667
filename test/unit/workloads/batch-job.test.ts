import { BatchJob } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const refusalOf = (props: object): string =>
  refusal((chart) => new BatchJob(chart, 'job', unchecked({ image, ...props })));

describe('a BatchJob', () => {
  test.each([
    ['is tried again a whole number of times', { backoffLimit: -1 }, 'backoffLimit -1 is not a whole number from 0'],
    ['runs a second at least', { activeDeadlineSeconds: 0 }, 'activeDeadlineSeconds 0 is not a whole number from 1'],
    [
      'is kept for whole seconds',
      { ttlSecondsAfterFinished: -1 },
      'ttlSecondsAfterFinished -1 is not a whole number from 0',
    ],
    [
      'waits for a pod to fail before it judges it',
      {
        podReplacementPolicy: 'TerminatingOrFailed',
        podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }] },
      },
      'podReplacementPolicy "TerminatingOrFailed" stands beside podFailurePolicy, which waits until a pod has failed: leave it out',
    ],
    [
      'that runs once has no number',
      { completion: { mode: 'Once', completions: 3, parallelism: undefined } },
      'completion.completions 3 is not for mode "Once": leave it out, or use "Count" or "Indexed"',
    ],
    [
      'ends',
      { restartPolicy: 'Always' },
      'restartPolicy "Always" is not for a Job, which must end: use "Never" or "OnFailure"',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`BatchJob "shop/job": ${problem}`);
  });
});

describe('the completion of a BatchJob', () => {
  test.each([
    ['counts', { mode: 'Count', completions: 0 }, 'completion.completions 0 is not a whole number from 1'],
    [
      'has pods at once that can be counted',
      { mode: 'Count', completions: 3, parallelism: -1 },
      'completion.parallelism -1 is not a whole number from 0',
    ],
    [
      'takes a pod to work on a queue',
      { mode: 'WorkQueue', parallelism: 0 },
      'completion.parallelism 0 is not a whole number from 1',
    ],
    [
      'has no more than 100000 pods at once',
      { mode: 'Indexed', completions: 200_000, parallelism: 100_001 },
      'completion.parallelism 100001 is over 100000, the most for an indexed Job',
    ],
    [
      'tries an index again a whole number of times',
      { mode: 'Indexed', completions: 3, backoffLimitPerIndex: -1 },
      'completion.backoffLimitPerIndex -1 is not a whole number from 0',
    ],
    [
      'has whole indexes that fail',
      { mode: 'Indexed', completions: 3, backoffLimitPerIndex: 1, maxFailedIndexes: 0.5 },
      'completion.maxFailedIndexes 0.5 is not a whole number from 0',
    ],
    [
      'has no more indexes that fail than there are',
      { mode: 'Indexed', completions: 3, backoffLimitPerIndex: 1, maxFailedIndexes: 4 },
      'completion.maxFailedIndexes 4 is over completions (3): lower it',
    ],
    [
      'has indexes that fail only if they fail on their own',
      { mode: 'Indexed', completions: 3, maxFailedIndexes: 1 },
      'completion.maxFailedIndexes 1 needs backoffLimitPerIndex: without it no index fails on its own',
    ],
    [
      'has a success policy that says what success is',
      { mode: 'Indexed', completions: 3, successPolicy: { rules: [{ succeededCount: 1 }, {}] } },
      'completion.successPolicy.rules[1] needs succeededIndexes or succeededCount',
    ],
    [
      'has no success beyond its indexes',
      { mode: 'Indexed', completions: 5, successPolicy: { rules: [{ succeededIndexes: '0,2-5' }] } },
      'completion.successPolicy.rules[0].succeededIndexes "0,2-5" has 5, and completions is 5: the last index is 4',
    ],
    [
      'has no success of more than its completions',
      { mode: 'Indexed', completions: 5, successPolicy: { rules: [{ succeededCount: 6 }] } },
      'completion.successPolicy.rules[0].succeededCount 6 is over completions (5): lower it',
    ],
    [
      'has no success of more than the indexes that count',
      { mode: 'Indexed', completions: 5, successPolicy: { rules: [{ succeededIndexes: '0,2-3', succeededCount: 4 }] } },
      'completion.successPolicy.rules[0].succeededCount 4 is over the number of succeededIndexes (3): lower it',
    ],
    [
      'has a whole count of successes',
      { mode: 'Indexed', completions: 5, successPolicy: { rules: [{ succeededCount: 0 }] } },
      'completion.successPolicy.rules[0].succeededCount 0 is not a whole number from 1',
    ],
  ])('%s', (_sentence, completion, problem) => {
    expect(refusalOf({ completion })).toBe(`BatchJob "shop/job": ${problem}`);
  });
});

describe('the failure policy of a BatchJob', () => {
  const exitCodes = { operator: 'In', values: [42] };
  test.each([
    [
      'is for pods that are not restarted',
      { restartPolicy: 'OnFailure' },
      { action: 'FailJob', onExitCodes: exitCodes },
      'podFailurePolicy needs restartPolicy "Never": a container that is restarted does not fail its pod',
    ],
    [
      'fails an index only where there are some',
      {},
      { action: 'FailIndex', onExitCodes: exitCodes },
      'podFailurePolicy.rules[0].action "FailIndex" needs completion of mode "Indexed" with backoffLimitPerIndex',
    ],
    [
      'says what it is for',
      {},
      { action: 'FailJob' },
      'podFailurePolicy.rules[0] needs one of onExitCodes and onPodConditions',
    ],
    [
      'is for one thing at a time',
      {},
      { action: 'Ignore', onExitCodes: exitCodes, onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
      'podFailurePolicy.rules[0] needs one of onExitCodes and onPodConditions',
    ],
    [
      'is for a container of the job',
      { sidecars: { proxy: { image } } },
      { action: 'FailJob', onExitCodes: { ...exitCodes, containerName: 'main' } },
      'podFailurePolicy.rules[0].onExitCodes.containerName "main" is no container of this job: use "job" or "proxy"',
    ],
    [
      'has exit codes',
      {},
      { action: 'FailJob', onExitCodes: { operator: 'In', values: [] } },
      'podFailurePolicy.rules[0].onExitCodes.values are empty: name the exit codes',
    ],
    [
      'has exit codes in order',
      {},
      { action: 'FailJob', onExitCodes: { operator: 'In', values: [2, 1] } },
      'podFailurePolicy.rules[0].onExitCodes.values are not in order: sort them, each once',
    ],
    [
      'has exit codes that are failures',
      {},
      { action: 'FailJob', onExitCodes: { operator: 'In', values: [0, 1] } },
      'podFailurePolicy.rules[0].onExitCodes.values 0 is success: leave it out',
    ],
  ])('%s', (_sentence, props, rule, problem) => {
    expect(refusalOf({ ...props, podFailurePolicy: { rules: [rule] } })).toBe(`BatchJob "shop/job": ${problem}`);
  });
});

describe('the name of a BatchJob', () => {
  const indexed = { mode: 'Indexed', completions: 1000 };
  test.each([
    ['has room for the hash', { rerunOnChange: true }, 55, 'with the hash of rerunOnChange it holds 54'],
    ['has room for the index', { completion: indexed }, 60, 'with the index of a pod it holds 59'],
    [
      'has room for both',
      { completion: indexed, rerunOnChange: true },
      51,
      'with the hash of rerunOnChange and the index of a pod it holds 50',
    ],
  ])('%s', (_sentence, props, length, problem) => {
    const name = 'n'.repeat(length);
    expect(refusalOf({ ...props, name })).toBe(
      `BatchJob "shop/job": name "${name}" has ${length} characters; ${problem}: shorten it`,
    );
    expect(refusalOf({ ...props, name: name.slice(1) })).toBe('');
  });
});
