import { amount, anything, flag, map, only, such, text, word } from '../../props/shape';
import { POD_ELSEWHERE, PRIVILEGE } from '../../pod/pod-shape';
import { override, OVERRIDES, SERVED, WORKLOAD } from '../props-shape';
import type { AgentUpdateStrategy, Host, HostPath, NodeAgentOverrides, NodeAgentProps } from './props';

const { privilege: _privilege, topologySpreadConstraints: _constraints, ...AGENT } = WORKLOAD;

/** The props of a NodeAgent. */
export const AGENT_SHAPE = only<NodeAgentProps>(
  {
    ...AGENT,
    ...SERVED,
    nodes: word(['every']),
    host: only<Host>(
      {
        ...PRIVILEGE,
        paths: map(
          only<HostPath>(
            {
              mountPath: such(text, '"/host"'),
              name: text,
              readOnly: flag,
              type: text,
              mountPropagation: text,
              subPath: text,
            },
            '{ mountPath: "/var/log" }',
          ),
          '{ "/var/log": { mountPath: "/var/log" } }',
        ),
        network: flag,
        pid: flag,
        ipc: flag,
        ports: map(amount, '{ metrics: 9100 }'),
      },
      '{ reason: "..." }',
    ),
    updateStrategy: only<AgentUpdateStrategy>(
      {
        type: text,
        rollingUpdate: only<{ readonly maxUnavailable: unknown; readonly maxSurge: unknown }>(
          { maxUnavailable: anything, maxSurge: anything },
          '{ maxUnavailable: 1 }',
        ),
      },
      '{ type: "OnDelete" }',
    ),
    overrides: only<NodeAgentOverrides>(
      { ...OVERRIDES, daemonSet: override, networkPolicy: override, service: override },
      undefined,
    ),
  },
  '{ image: "quay.io/fluentd_elasticsearch/fluentd:v2.5.2" }',
  [],
  {
    ...POD_ELSEWHERE,
    hostNetwork: 'use host.network',
    hostPID: 'use host.pid',
    hostIPC: 'use host.ipc',
    privilege: 'use host, which has the same fields',
    replicas: 'leave it out, because an agent runs once on each node',
  },
);
