import { z } from 'zod';
import { customResource, int32 } from '../../src/custom-resource';

// node define-resource.js: milliseconds that customResource() takes for a small resource, the first of the process.
const spec = z.object({ image: z.string().min(1), replica: int32().min(1).max(9) });
const status = z.looseObject({
  phase: z.string().optional(),
  message: z.string().optional(),
  primary_endpoint: z.string().optional(),
  secondary_endpoint: z.string().optional(),
});

const start = performance.now();
customResource({
  group: 'cloud.com',
  kind: 'ManagedRedis',
  plural: 'managedredises',
  singular: 'managedredis',
  shortNames: ['mr'],
  scope: 'Namespaced',
  versions: {
    v1: {
      storage: true,
      spec,
      status,
      printerColumns: [
        { name: 'Phase', jsonPath: '.status.phase' },
        { name: 'Image', jsonPath: '.spec.image' },
      ],
      selectableFields: ['.spec.image'],
    },
  },
});
process.stdout.write(String(performance.now() - start));
