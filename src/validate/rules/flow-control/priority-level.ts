import type { FieldRule, Rule } from '../../rule';
import { EXEMPT } from './flow-schema';

const FROM_BETA = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

export const priorityLevel: Rule<'PriorityLevelConfiguration'> = {
  code: 'priority-level',
  severity: 'error',
  on: 'PriorityLevelConfiguration',
  summary:
    'A priority level is Limited and says how, because only the one named "exempt", which the server makes itself, is Exempt.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidatePriorityLevelConfiguration',
  check({ metadata, spec }, at, report) {
    if (metadata?.annotations?.[FROM_BETA] !== undefined) {
      const here = at.field('metadata').field('annotations').field(FROM_BETA);
      report(here, 'is for the version v1beta3', 'take it away: in v1, nominalConcurrencyShares: 0 means none');
    }
    if (spec === undefined) return;
    const here = at.field('spec');
    const { type, exempt, limited } = spec;
    const isLimited = type === 'Limited';
    const isExempt = metadata?.name === EXEMPT;
    if (!isLimited && !isExempt) report(here.field('type'), `"${type}" is for "${EXEMPT}" only`, 'write "Limited"');
    if (isLimited && isExempt) report(here.field('type'), `is not that of "${EXEMPT}"`, 'write "Exempt", or rename it');
    if (isLimited && limited === undefined) report(here.field('limited'), 'is missing', 'say how requests are limited');
    if (isLimited && exempt !== undefined) report(here.field('exempt'), 'is for the type Exempt', 'take it away');
    if (!isLimited && limited !== undefined) report(here.field('limited'), 'is for the type Limited', 'take it away');
  },
};

export const limitResponse: Rule<'LimitedPriorityLevelConfiguration'> = {
  code: 'limit-response',
  severity: 'error',
  on: 'LimitedPriorityLevelConfiguration',
  summary:
    'A priority level says what becomes of requests that are too many: rejected, or put into queues of a given size.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidateLimitResponse',
  check({ limitResponse: response }, at, report) {
    const here = at.field('limitResponse');
    if (response === undefined) {
      report(here, 'is missing', 'write type: Reject, or type: Queue and the queues');
      return;
    }
    const { type, queuing } = response;
    if (type === 'Reject' && queuing !== undefined)
      report(here.field('queuing'), 'is for the type Queue', 'take it away, or change the type');
    if (type === 'Queue' && queuing === undefined)
      report(here.field('queuing'), 'is missing', 'add it: {} stands for the defaults');
  },
};

const MOST_QUEUES = 10_000_000;
/** Of the hash by which the queues of a flow are chosen. */
const HASH_BITS = 60;
const DEFAULTS = { handSize: 8, queues: 64, queueLengthLimit: 50 } as const;

export const queuing: Rule<'QueuingConfiguration'> = {
  code: 'queuing',
  severity: 'error',
  on: 'QueuingConfiguration',
  summary:
    'Each flow gets a hand of the queues, no more than there are, and not more choices than a hash of 60 bits tells apart.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidatePriorityLevelQueuingConfiguration',
  check(value, at, report) {
    // The server puts its defaults in the place of 0.
    const sizeOf = (field: keyof typeof DEFAULTS): number => value[field] || DEFAULTS[field];
    for (const field of ['queues', 'handSize', 'queueLengthLimit'] as const) {
      if (sizeOf(field) < 0) report(at.field(field), `is ${sizeOf(field)}`, 'give 1 or more');
    }
    const [queues, hand] = [sizeOf('queues'), sizeOf('handSize')];
    if (queues > MOST_QUEUES) report(at.field('queues'), `is ${queues}; ${MOST_QUEUES} are the most`, 'give fewer');
    if (hand < 0) return;
    if (hand > queues)
      report(at.field('handSize'), `is ${hand}, and there are ${queues} queues`, 'give at most as many');
    else if (Math.ceil(Math.log2(queues) * hand) > HASH_BITS) {
      const fact = `is ${hand}, and of ${queues} queues there are more such hands than the server can tell apart`;
      report(at.field('handSize'), fact, 'give a smaller hand, or fewer queues');
    }
  },
};

export const lendablePercent: FieldRule<
  'ExemptPriorityLevelConfiguration.lendablePercent' | 'LimitedPriorityLevelConfiguration.lendablePercent'
> = {
  code: 'lendable-percent',
  severity: 'error',
  fields: ['ExemptPriorityLevelConfiguration.lendablePercent', 'LimitedPriorityLevelConfiguration.lendablePercent'],
  summary: 'A priority level lends from none to all of its seats.',
  mirrors: 'pkg/apis/flowcontrol/validation/validation.go: ValidateLimitedPriorityLevelConfiguration',
  problem: (percent) => (percent >= 0 && percent <= 100 ? undefined : 'is not from 0 to 100: give a share of 100'),
};
