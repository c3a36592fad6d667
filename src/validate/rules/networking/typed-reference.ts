import { dnsSubdomainProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { Report } from '../../rule';
import { pathSegmentProblem } from '../format/path-segment';

interface TypedReference {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
}

/** Reports what is wrong with a reference to an object of whatever kind (validateIngressTypedLocalObjectReference of Kubernetes). */
export function checkTypedReference(reference: TypedReference, at: Path, report: Report): void {
  checkField(report, at, reference, 'apiGroup', dnsSubdomainProblem);
  for (const field of ['kind', 'name'] as const) {
    if (reference[field] === undefined) report(at.field(field), 'is missing', `give the ${field} of the object`);
    else checkField(report, at, reference, field, pathSegmentProblem);
  }
}
