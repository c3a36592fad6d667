import { once } from '../manifest/once';
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
 * paths. Nothing is thrown, whatever the manifests are.
 *
 * An annotation `cdk8s-workloads/ignore-<code>: <reason>` on an object takes the issues of that code away from it.
 *
 * @param manifests as they come out of a YAML or JSON reader, or from `Testing.synth`; each is taken when its turn comes
 */
export function validate(manifests: Iterable<unknown>, options: ValidateOptions = {}): readonly Issue[] {
  return validator()(manifests, options);
}

const validator = once(() => validatorOf(builtInSchema(), AREAS));
