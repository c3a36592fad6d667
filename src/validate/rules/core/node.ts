import type { NodeSpec } from '../../../../imports/kubernetes/types';
import { labelKeyProblem, labelValueProblem } from '../../../manifest/name';
import { isWholeNumber, milliOf } from '../../amount';
import { checkField, checkValue } from '../../check-field';
import type { Rule } from '../../rule';
import { cidrProblem, familyOf, readCidr } from '../cidr';
import { isCounted } from './resource-quota';

export const taint: Rule<'Taint'> = {
  code: 'taint',
  severity: 'error',
  on: 'Taint',
  summary: 'A taint of a node has a key and a value that labels can have.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateNodeTaints',
  check(taint, at, report) {
    checkField(report, at, taint, 'key', labelKeyProblem);
    checkField(report, at, taint, 'value', labelValueProblem);
  },
};

export const podCIDRs: Rule<'NodeSpec'> = {
  code: 'pod-cidrs',
  severity: 'error',
  on: 'NodeSpec',
  summary: 'The addresses of the pods of a node are a range of IP addresses, or one of each family.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateNode; Convert_v1_NodeSpec_To_core_NodeSpec',
  check(spec, at, report) {
    if (isOfOlderClient(spec)) {
      checkField(report, at, spec, 'podCIDR', cidrProblem);
      return;
    }
    const { podCIDRs = [] } = spec;
    const here = at.field('podCIDRs');
    for (const [index, range] of podCIDRs.entries()) checkValue(report, here, index, range, cidrProblem);
    const ranges = podCIDRs.flatMap((range) => readCidr(range) ?? []);
    if (ranges.length < podCIDRs.length) return;
    if (ranges.length > new Set(ranges.map(familyOf)).size)
      report(here, 'has two ranges of one family', 'keep one of each family');
  },
};

/** An older client gives one range, which wins over the list. */
function isOfOlderClient({ podCIDR = '', podCIDRs = [] }: NodeSpec): boolean {
  return podCIDR !== '' && podCIDRs[0] !== podCIDR;
}

const LISTS = ['capacity', 'allocatable'] as const;

export const nodeResource: Rule<'Node'> = {
  code: 'node-resource',
  severity: 'error',
  on: 'Node',
  summary:
    'A node has 0 or more of each resource, and whole numbers of what is counted: a status is read with the node.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateNodeResources',
  check({ status }, at, report) {
    for (const list of LISTS) {
      for (const [name, amount] of Object.entries(status?.[list] ?? {})) {
        const isWhole = !isCounted(name) || isWholeNumber(amount);
        const problem = milliOf(amount) < 0n ? 'is negative' : isWhole ? undefined : 'is not a whole number';
        if (problem === undefined) continue;
        report(at.field('status').field(list).field(name), `${amount} ${problem}`, 'give a whole number from 0');
      }
    }
  },
};

export const nodeSwap: Rule<'Node'> = {
  code: 'node-swap',
  severity: 'error',
  on: 'Node',
  summary: 'A node that says how much swap it has has some.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateNodeSwapStatus',
  check({ status }, at, report) {
    const { swap } = status?.nodeInfo ?? {};
    if (swap === undefined) return;
    const here = at.field('status').field('nodeInfo').field('swap');
    checkField(report, here, swap, 'capacity', (bytes) => (bytes > 0 ? undefined : 'is no swap: take it away'));
  },
};
