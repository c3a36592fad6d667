import type { IntOrString } from '../../../../imports/kubernetes/types';
import type { Pods } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { eachContainer } from '../pod/each-container';

export const unknownTargetPort: AppRule = {
  code: 'unknown-target-port',
  severity: 'warning',
  on: 'the whole app',
  needs: ['Service'],
  summary:
    'A targetPort is a port of the pods that the Service selects, by its name or by its number, or the Service leads nowhere.',
  mirrors: 'k8s.io/endpointslice/utils.go: FindPort',
  check(inventory, report) {
    // Many Services may ask for the same pods.
    const known = new Map<readonly Pods[], Declared>();
    for (const item of inventory.ofKind('v1/Service')) {
      const { selector = {}, ports = [] } = item.object.spec ?? {};
      if (Object.keys(selector).length === 0 || ports.length === 0) continue;
      const pods = inventory.selectedPods({ matchLabels: selector }, item.key.namespace) ?? [];
      const [first] = pods;
      if (first === undefined) continue;
      ports.forEach(({ port, targetPort = 0, protocol = 'TCP' }, index) => {
        const target = targetPort === 0 || targetPort === '' ? port : targetPort;
        // So it mostly is, and costs less to see than to list all that there are.
        if (declares(first, target, protocol)) return;
        const declared = known.get(pods) ?? declaredPorts(pods);
        known.set(pods, declared);
        const isName = typeof target === 'string';
        // Ports need not be declared; but who declares those of each container has forgotten none.
        if ((!isName && !declared.byAll) || declared.all.has(`${target}/${protocol}`)) return;
        const names = isName ? declared.names : declared.numbers;
        const at = ROOT.field('spec').field('ports').item(index);
        const place = target === targetPort ? at.field('targetPort') : at.field('port');
        const message = isName
          ? `"${target}" is the name of no ${protocol} port of the selected pods`
          : `${target} is no ${protocol} port of the selected pods`;
        const ways = [...names].slice(0, 5).join(' or ');
        const way = target === targetPort ? `write ${ways}` : `write targetPort: ${ways}`;
        report(item, place, message, names.size === 0 ? 'name the port of the container' : way);
      });
    }
  },
};

function declares({ template: { spec } }: Pods, target: IntOrString, protocol: string): boolean {
  return (
    spec?.containers.some(({ ports }) =>
      ports?.some(
        ({ name, containerPort, protocol: own = 'TCP' }) =>
          own === protocol && (name === target || containerPort === target),
      ),
    ) === true
  );
}

interface Declared {
  /** Names and numbers, each with its protocol: `http/TCP`. */
  readonly all: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Whether each container declares some, and not just one for metrics. */
  readonly byAll: boolean;
}

function declaredPorts(pods: readonly Pods[]): Declared {
  const [all, names, numbers] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let byAll = true;
  for (const { template } of pods) {
    if (template.spec === undefined) continue;
    eachContainer(template.spec, ({ ports = [], restartPolicy }, list) => {
      const isThere = list === 'containers' || restartPolicy === 'Always';
      if (isThere && ports.every(({ name = '' }) => ASIDE.test(name))) byAll = false;
      ports.forEach(({ name = '', containerPort, protocol = 'TCP' }) => {
        all.add(`${containerPort}/${protocol}`);
        numbers.add(String(containerPort));
        if (name === '') return;
        all.add(`${name}/${protocol}`);
        names.add(name);
      });
    });
  }
  return { all, names, numbers, byAll };
}

/** The names of ports that are not what a container is for. */
const ASIDE = /metric|prom|health|probe|admin/;
