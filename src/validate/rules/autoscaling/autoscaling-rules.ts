import type { AnyRule } from '../../rule';
import { scalingPeriod, scalingPolicies, scalingStep, scalingTolerance, stabilizationWindow } from './behavior';
import { metricName, metricResource, metricSource, metricTarget } from './metrics';
import { autoscalerReplicas, targetUtilization } from './replicas';
import { scaledObject } from './scale-target';

/** What holds for HorizontalPodAutoscaler. */
export const AUTOSCALING_RULES: readonly AnyRule[] = [
  autoscalerReplicas,
  metricName,
  metricResource,
  metricSource,
  metricTarget,
  scaledObject,
  scalingPeriod,
  scalingPolicies,
  scalingStep,
  scalingTolerance,
  stabilizationWindow,
  targetUtilization,
];
