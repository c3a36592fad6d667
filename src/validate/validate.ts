import { once } from '../values/once';
import { checkManifests, checkOptions } from './check-options';
import type { Issue } from './issue';
import type { ValidateOptions } from './options';
import { AREAS } from './rules/table';
import { builtInSchema } from './schema';
import { validatorOf } from './validator';

/**
 * Says what is wrong with manifests, before a cluster does.
 *
 * Guarantees: an error means that the API server refuses the object when it is created (with `fieldValidation=Strict`), a warning that
 * it takes it and that it will hurt. All issues of all manifests come back, each once, in the order of the manifests and of their
 * paths. Nothing is thrown, whatever is in the manifests.
 *
 * An annotation `cdk8s-workloads/ignore-<code>: <reason>` on an object takes the issues of that code away from it.
 *
 * @param manifests as they come out of a YAML or JSON reader, or from `Testing.synth`; each is taken when its turn comes
 * @throws TypeError when it is given no list of manifests
 * @throws InvalidPropsError when an option is not known, or the code of a rule
 * @example
 * const issues = validate([{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'api' }, spec: { ports: [{ port: 0 }] } }]);
 * issues[0]?.path; // 'spec.ports[0].port'
 */
export function validate(manifests: Iterable<unknown>, options: ValidateOptions = {}): readonly Issue[] {
  checkManifests('validate', 'manifests', manifests);
  checkOptions('validate', options);
  return validator()(manifests, options);
}

const validator = once(() => validatorOf(builtInSchema(), AREAS));
