import type { Rule } from '../../rule';

const ROLLBACK = 'deprecated.deployment.rollback.to';
const GENERATION = 'deprecated.daemonset.template.generation';

export const deprecatedAnnotation: Rule<'DaemonSet' | 'Deployment'> = {
  code: 'deprecated-annotation',
  severity: 'error',
  on: ['DaemonSet', 'Deployment'],
  needs: ['ObjectMeta.annotations'],
  summary: 'The annotations in which old fields live on are numbers, because the server reads them as such.',
  mirrors:
    'pkg/apis/apps/v1/conversion.go: Convert_v1_Deployment_To_apps_Deployment, Convert_v1_DaemonSet_To_apps_DaemonSet',
  check({ kind, metadata }, at, report) {
    const [key, min] = kind === 'Deployment' ? [ROLLBACK, 0n] : [GENERATION, -MAX - 1n];
    const value = metadata?.annotations?.[key];
    if (value === undefined || isIntegerFrom(min, value) || (kind === 'Deployment' && value === '')) return;
    report(at.field('metadata').field('annotations').field(key), `"${value}" is not a revision`, 'take it away');
  },
};

const MAX = 2n ** 63n - 1n;

function isIntegerFrom(min: bigint, text: string): boolean {
  if (!/^[-+]?\d+$/.test(text)) return false;
  const number = BigInt(text.replace(/^\+/, ''));
  return number >= min && number <= MAX;
}
