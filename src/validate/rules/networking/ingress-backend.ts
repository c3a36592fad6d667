import type { IngressServiceBackend } from '../../../../imports/kubernetes/types';
import { dns1035LabelProblem, portNameProblem } from '../../../manifest/name';
import { portProblem } from '../../../manifest/port';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { checkTypedReference } from './typed-reference';

export const ingressBackend: Rule<'IngressBackend'> = {
  code: 'ingress-backend',
  severity: 'error',
  on: 'IngressBackend',
  summary: 'A backend is a Service and one of its ports, by name or by number, or it is another resource.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateIngressBackend',
  check({ resource, service }, at, report) {
    if (resource !== undefined && service !== undefined) {
      report(at.field('resource'), 'is there beside service', 'keep one of them');
    } else if (service !== undefined) checkService(service, at.field('service'), report);
    else if (resource !== undefined) checkTypedReference(resource, at.field('resource'), report);
    else report(at.field('service'), 'is missing', 'name a Service and its port');
  },
};

function checkService(service: IngressServiceBackend, at: Path, report: Report): void {
  checkField(report, at, service, 'name', dns1035LabelProblem);
  const { port = {} } = service;
  const { name = '', number = 0 } = port;
  const here = at.field('port');
  if (name !== '' && number !== 0) report(here.field('number'), 'is there beside name', 'keep one of them');
  else if (name !== '') checkField(report, here, port, 'name', portNameProblem);
  else if (number !== 0) checkField(report, here, port, 'number', portProblem);
  else report(here, 'is missing', 'give the number or the name of a port of the Service');
}
