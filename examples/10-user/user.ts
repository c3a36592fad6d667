import { customResource, format } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

/**
 * Somebody who may use the cluster. It belongs to the whole cluster, because its controller makes it a namespace, which nothing that is
 * itself in a namespace can own.
 */
export const User = customResource({
  group: 'ch20.kiamol.net',
  kind: 'User',
  scope: 'Cluster',
  versions: {
    v1: {
      description: 'Somebody who may use the cluster.',
      // It is the name of a ServiceAccount and part of others, and the value of a label, which takes 63 characters.
      name: z.string().max(63),
      spec: z.object({
        email: format('email').describe('Where to send the token.'),
        group: z
          .enum(['sre', 'test'])
          .describe('What the user may do: sre operates what runs in its namespace, test looks at it.'),
      }),
      status: z.looseObject({
        namespace: z.string().optional(),
        tokenSecret: z.string().optional().describe('The Secret with the token, in that namespace.'),
      }),
      printerColumns: [
        { name: 'Email', jsonPath: '.spec.email' },
        { name: 'Group', jsonPath: '.spec.group' },
        { name: 'Namespace', jsonPath: '.status.namespace' },
        { name: 'Token', jsonPath: '.status.tokenSecret' },
        { name: 'Age', jsonPath: '.metadata.creationTimestamp' },
      ],
      selectableFields: ['.spec.group'],
    },
  },
});
