import { customResource, preserve, time } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

/** Something to do. The schema of a version is written once: definition, types, construct and parser come from it. */
export const Todo = customResource({
  group: 'ch20.kiamol.net',
  kind: 'Todo',
  shortNames: ['td'],
  versions: {
    v1: {
      storage: true,
      description: 'Something to do.',
      spec: z.object({
        item: z.string().min(1).describe('What to do.'),
        dueDate: time().optional().describe('When it must be done.'),
        priority: z.enum(['low', 'normal', 'high']).default('normal'),
      }),
      printerColumns: [
        { name: 'Item', jsonPath: '.spec.item' },
        // A column of type date, which a time() has otherwise, shows how long ago, and this is yet to come.
        { name: 'Due', jsonPath: '.spec.dueDate', type: 'string' },
        { name: 'Priority', jsonPath: '.spec.priority' },
      ],
    },
    // What the first users wrote still works, with a warning. Fields that only v1 has survive a write by this version.
    v1beta1: {
      deprecated: 'ch20.kiamol.net/v1beta1 Todo knows no dates: use ch20.kiamol.net/v1',
      spec: preserve(z.object({ item: z.string().min(1) })),
    },
  },
});
