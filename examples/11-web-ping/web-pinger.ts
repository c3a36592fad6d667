import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

/** Asks a web site again and again whether it is there. */
export const WebPinger = customResource({
  group: 'ch20.kiamol.net',
  kind: 'WebPinger',
  shortNames: ['wp'],
  versions: {
    v1: {
      description: 'Asks a web site again and again whether it is there.',
      // Its Deployment is called wp-<name>, and that is the value of a label, which takes 63 characters.
      name: z.string().max(60),
      spec: z.object({
        target: z
          .string()
          .max(2000)
          .regex(/^(https?:\/\/)?[A-Za-z0-9][-A-Za-z0-9.]*(:[0-9]+)?(\/[!-~]*)?$/, {
            error: 'is not a host or a URL, such as "blog.example.com" or "http://shop:8080/healthz"',
          })
          .describe('A host, or a URL of http or https.'),
        method: z.enum(['GET', 'HEAD']).default('HEAD'),
        interval: z
          .string()
          .regex(/^[1-9][0-9]{0,3}[sm]$/, { error: 'is not a time such as "30s" or "5m"' })
          .default('30s')
          .describe('How long to wait after each answer.'),
      }),
      status: z.looseObject({ readyReplicas: z.int32().optional() }),
      printerColumns: [
        { name: 'Target', jsonPath: '.spec.target' },
        { name: 'Method', jsonPath: '.spec.method' },
        { name: 'Interval', jsonPath: '.spec.interval' },
        { name: 'Ready', jsonPath: '.status.readyReplicas' },
        { name: 'Age', jsonPath: '.metadata.creationTimestamp' },
      ],
    },
  },
});
