import type { NodeSpec } from '../../../../imports/kubernetes/types';
import { labelKeyProblem, labelValueProblem } from '../../../manifest/name';
import { checkField, checkValue } from '../../check-field';
import type { Rule } from '../../rule';
import { cidrProblem, readCidr } from '../networking/cidr';

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
    if (podCIDRs.length < 2 || podCIDRs.some((range) => readCidr(range) === undefined)) return;
    const families = new Set(podCIDRs.map((range) => readCidr(range)?.bits));
    if (podCIDRs.length > families.size) report(here, 'has two ranges of one family', 'keep one of each family');
  },
};

/** An older client gives one range, which wins over the list. */
function isOfOlderClient({ podCIDR = '', podCIDRs = [] }: NodeSpec): boolean {
  return podCIDR !== '' && podCIDRs[0] !== podCIDR;
}
