import type { AnyRule } from '../../rule';
import { scalingPeriod, scalingPolicies, scalingStep, scalingTolerance, stabilizationWindow } from './behavior';
import { metricName, metricResource, metricSource, metricTarget } from './metrics';
import { autoscalerReplicas, targetUtilization } from './replicas';
import { scaledObject } from './scale-target';
import { autoscaledReplicas } from './autoscaled-replicas';
import { duplicateAutoscaler, unscalableTarget } from './autoscalers';
import { utilizationWithoutRequest } from './utilization';

/** What holds for HorizontalPodAutoscaler. */
export const AUTOSCALING_RULES: readonly AnyRule[] = [
  autoscaledReplicas,
  autoscalerReplicas,
  duplicateAutoscaler,
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
  unscalableTarget,
  utilizationWithoutRequest,
];
