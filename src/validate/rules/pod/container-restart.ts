import type { Container } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { eachContainer } from './each-container';

const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;

export const restartPolicyRules: Rule<'PodSpec'> = {
  code: 'restart-policy-rules',
  severity: 'error',
  on: 'PodSpec',
  needs: ['Container.restartPolicyRules'],
  summary: 'Rules for restarts go with a restartPolicy, and each names exit codes and the action "Restart".',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerRestartPolicy, validateInitContainerRestartPolicy',
  check(spec, at, report) {
    eachContainer(spec, (container, list, index) => {
      if (!container.restartPolicyRules?.length) return;
      const here = at.field(list).item(index);
      if (list === 'containers' || container.restartPolicy !== 'Always') checkRules(container, here, report);
      else {
        const message = 'are there, but a sidecar (an init container with restartPolicy "Always") has none';
        report(here.field('restartPolicyRules'), message, 'take them away');
      }
    });
  },
};

function checkRules({ restartPolicy, restartPolicyRules = [] }: Container, at: Path, report: Report): void {
  const rules = at.field('restartPolicyRules');
  if (restartPolicy === undefined) {
    report(at.field('restartPolicy'), 'is missing, but there are rules', 'say what holds where no rule does');
  }
  if (restartPolicyRules.length > MAX_RULES) {
    report(rules, `has ${restartPolicyRules.length} rules; ${MAX_RULES} are the most`, 'put exit codes together');
  }
  for (const [index, { action, exitCodes }] of restartPolicyRules.entries()) {
    const here = rules.item(index);
    // RestartAllContainers needs the gate RestartAllContainersOnContainerExits, which is off by default.
    if (action !== 'Restart') report(here.field('action'), `"${action}" is not on by default`, 'write "Restart"');
    if (exitCodes === undefined) report(here.field('exitCodes'), 'is missing', 'say for which exit codes the rule is');
    const count = exitCodes?.values?.length ?? 0;
    if (count <= MAX_EXIT_CODES) continue;
    report(
      here.field('exitCodes').field('values'),
      `has ${count} values; ${MAX_EXIT_CODES} are the most`,
      'use "NotIn"',
    );
  }
}

export const initContainerProbes: Rule<'PodSpec'> = {
  code: 'init-container-probes',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.initContainers'],
  summary:
    'An init container has probes and a lifecycle only as a sidecar, because the others end before the pod runs.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateInitContainers',
  check({ initContainers }, at, report) {
    if (initContainers === undefined) return;
    for (const [index, container] of initContainers.entries()) {
      if (container.restartPolicy === 'Always') continue;
      for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
        if (container[field] === undefined || isDropped(container, field)) continue;
        const message = 'is there, but an init container ends before the pod runs';
        const fix = 'take it away, or write restartPolicy: Always to make it a sidecar';
        report(at.field('initContainers').item(index).field(field), message, fix);
      }
    }
  },
};

/** The server drops a stopSignal, whose gate is off by default, and then the lifecycle if nothing else was in it. */
function isDropped({ lifecycle }: Container, field: string): boolean {
  if (field !== 'lifecycle' || lifecycle?.stopSignal === undefined) return false;
  return lifecycle.postStart === undefined && lifecycle.preStop === undefined;
}
