import type { LifecycleHandler, Probe } from '../../../imports/kubernetes/types';
import type { Path } from '../path';
import { show } from '../show';
import { type Check, type ReportViolation, securityFields } from './check';

const hostNamespaces: Check = {
  name: 'hostNamespaces',
  level: 'baseline',
  since: {
    0: ({ spec, specAt }, report) => {
      for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
        if (spec[field]) report(specAt.field(field), 'is true', 'leave it out');
      }
    },
  },
};

const hostPathVolumes: Check = {
  name: 'hostPathVolumes',
  level: 'baseline',
  since: {
    0: ({ spec, specAt }, report) => {
      spec.volumes?.forEach(({ hostPath }, index) => {
        if (hostPath === undefined) return;
        report(specAt.field('volumes').item(index).field('hostPath'), 'is a path of the node', 'use another volume');
      });
    },
  },
};

const hostPorts: Check = {
  name: 'hostPorts',
  level: 'baseline',
  since: {
    0: ({ containers }, report) => {
      for (const { value, at } of containers) {
        value.ports?.forEach(({ hostPort }, index) => {
          if (!hostPort) return;
          const place = at.field('ports').item(index).field('hostPort');
          report(place, `${hostPort} is a port of the node`, 'leave it out, and reach the pod through a Service');
        });
      }
    },
  },
};

const hostProbesAndHostLifecycle: Check = {
  name: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  since: {
    34: ({ containers }, report) => {
      for (const { value, at } of containers) {
        for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
          findHosts(value[probe], at.field(probe), report);
        }
        for (const hook of ['postStart', 'preStop'] as const) {
          findHosts(value.lifecycle?.[hook], at.field('lifecycle').field(hook), report);
        }
      }
    },
  },
};

function findHosts(handler: Probe | LifecycleHandler | undefined, at: Path, report: ReportViolation): void {
  for (const action of ['httpGet', 'tcpSocket'] as const) {
    const host = handler?.[action]?.host;
    if (!host) continue;
    report(
      at.field(action).field('host'),
      `${show(host)} is another host`,
      'leave it out: the pod itself is asked then',
    );
  }
}

const windowsHostProcess: Check = {
  name: 'windowsHostProcess',
  level: 'baseline',
  since: {
    0: (pod, report) => {
      for (const { value, at } of securityFields(pod, 'windowsOptions')) {
        if (value.hostProcess) report(at.field('hostProcess'), 'is true', 'leave it out');
      }
    },
  },
};

/** What a pod may have of its node. */
export const HOST_CHECKS: readonly Check[] = [
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  windowsHostProcess,
];
