import { once } from '../../../values/once';
import type { AppRule } from '../../rule';
import { nearObjects } from './near-names';
import { namesInCustomResources } from './operated-namespaces';

export const misspeltReference: AppRule = {
  code: 'misspelt-reference',
  severity: 'warning',
  on: 'the whole app',
  summary:
    'A name that is one letter away from that of an object in the app means that object; what it says is not there.',
  check(inventory, report) {
    const near = nearObjects(inventory);
    const ofOperators = once(() => namesInCustomResources(inventory));
    inventory.namings.forEach(({ item, key, reference: { at, field } }) => {
      if (inventory.find(key) !== undefined) return;
      const meant = near(key);
      // A custom resource that has the name, such as a SealedSecret, makes the object.
      if (meant === undefined || ofOperators().has(key.name)) return;
      report(
        item,
        at.field(field),
        `"${key.name}" is no ${key.kind} of this app, but "${meant}" is`,
        `write "${meant}"`,
      );
    });
  },
};
