import { intOrPercentProblem } from '../../../manifest/percent';
import type { FieldRule } from '../../rule';

export const moreThanAll: FieldRule<
  | 'PodDisruptionBudgetSpec.maxUnavailable'
  | 'PodDisruptionBudgetSpec.minAvailable'
  | 'RollingUpdateDeployment.maxUnavailable'
> = {
  code: 'more-than-all',
  severity: 'error',
  fields: [
    'PodDisruptionBudgetSpec.maxUnavailable',
    'PodDisruptionBudgetSpec.minAvailable',
    'RollingUpdateDeployment.maxUnavailable',
  ],
  summary: 'A share of the pods is at most 100%.',
  mirrors: 'pkg/apis/apps/validation/validation.go: IsNotMoreThan100Percent',
  problem: (count) => intOrPercentProblem(count, { max: '100%' }),
};
