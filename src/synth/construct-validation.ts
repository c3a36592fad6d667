import type { IConstruct } from 'constructs';

/** Constructs found fault with themselves, by the validations that `node.addValidation` gave them. Every fault is listed. */
export class ConstructValidationError extends Error {
  readonly code = 'CONSTRUCTS_INVALID';

  constructor(
    /** `[<path of the construct>] <what it says>`, in the order of the tree. */
    readonly errors: readonly string[],
  ) {
    // Word for word what cdk8s says, because tests of users look for it.
    super(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
    this.name = 'ConstructValidationError';
  }
}

/**
 * Runs the validations of every construct of the tree, once.
 *
 * @throws ConstructValidationError
 */
export function validateConstructs(root: IConstruct): void {
  const errors: string[] = [];
  for (const { node } of root.node.findAll()) {
    for (const error of node.validate()) errors.push(`[${node.path}] ${error}`);
  }
  if (errors.length > 0) throw new ConstructValidationError(errors);
}
