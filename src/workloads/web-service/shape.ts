import { amount, anything, flag, list, map, only, or, such, text } from '../../props/shape';
import { POD_ELSEWHERE, reference } from '../../pod/pod-shape';
import { object, override, OVERRIDES, REPLICATED, SERVED, texts, WORKLOAD } from '../props-shape';
import type { IngressPaths, IngressProps, RolloutStrategy, Scale, WebServiceOverrides, WebServiceProps } from './props';

/** The props of a WebService. */
export const WEB_SHAPE = only<WebServiceProps>(
  {
    ...WORKLOAD,
    ...SERVED,
    ...REPLICATED,
    ingress: only<IngressProps>(
      {
        className: text,
        host: or(list(text, '["shop.example.com"]'), (value) => typeof value === 'string'),
        paths: map(
          only<IngressPaths[string]>({ pathType: text, port: amount }, '{ pathType: "Prefix" }', ['pathType']),
          '{ "/": { pathType: "Prefix" } }',
        ),
        tlsSecretName: reference('Secret'),
        annotations: texts,
      },
      '{ host: "shop.example.com" }',
    ),
    scale: only<Scale>(
      {
        minReplicas: such(amount, '2'),
        maxReplicas: such(amount, '10'),
        cpuUtilization: amount,
        memoryUtilization: amount,
        metrics: list(object, '[{ type: "Pods", ... }]'),
        behavior: object,
      },
      '{ minReplicas: 2, maxReplicas: 10, cpuUtilization: 70 }',
      ['minReplicas', 'maxReplicas'],
    ),
    strategy: only<RolloutStrategy>(
      {
        type: text,
        rollingUpdate: only<NonNullable<Extract<RolloutStrategy, { rollingUpdate?: unknown }>['rollingUpdate']>>(
          { maxSurge: anything, maxUnavailable: anything },
          '{ maxSurge: 1 }',
        ),
      },
      '{ type: "Recreate" }',
    ),
    drainSeconds: amount,
    progressDeadlineSeconds: amount,
    paused: flag,

    overrides: only<WebServiceOverrides>(
      {
        ...OVERRIDES,
        deployment: override,
        service: override,
        ingress: override,
        horizontalPodAutoscaler: override,
        podDisruptionBudget: override,
        networkPolicy: override,
      },
      undefined,
    ),
  },
  '{ image: "ghcr.io/shop/api:2.3.1", port: 8080 }',
  [],
  POD_ELSEWHERE,
);
