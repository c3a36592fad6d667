import type { Ingress, IngressBackend } from '../../../../imports/kubernetes/types';
import { type Path, ROOT } from '../../path';

/** Visits the backends of an Ingress. */
export function eachBackend({ spec }: Ingress, visit: (backend: IngressBackend, at: Path) => void): void {
  const { defaultBackend, rules = [] } = spec ?? {};
  const at = ROOT.field('spec');
  if (defaultBackend !== undefined) visit(defaultBackend, at.field('defaultBackend'));
  rules.forEach(({ http }, rule) =>
    http?.paths.forEach(({ backend }, index) => {
      visit(backend, at.field('rules').item(rule).field('http').field('paths').item(index).field('backend'));
    }),
  );
}
