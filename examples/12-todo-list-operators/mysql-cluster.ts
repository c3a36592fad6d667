// mysqlclusters.mysql.presslabs.org, as "cdk8s-workloads import" wrote it: run that again in place of changing it here.
import { customResource, int32, intOrString, time } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

const mysqlClusterSpec = z.object({
  replicas: int32().optional().describe('How many servers there are.'),
  secretName: z
    .string()
    .min(1)
    .max(63)
    .describe('A Secret with ROOT_PASSWORD, and USER, PASSWORD and DATABASE if those are to be made.'),
  mysqlVersion: z.string().optional().describe('The version of the servers, unless an image is given.'),
  image: z.string().optional(),
  minAvailable: z
    .string()
    .optional()
    .describe('How many servers must stay when nodes are drained, as a number or a percentage.'),
  backupSchedule: z.string().optional().describe('When backups are made, as cron with a field for seconds in front.'),
  backupURL: z.string().optional().describe('The bucket for backups, such as s3://backups/todo.'),
  backupSecretName: z.string().optional().describe('A Secret with the credentials for the bucket.'),
  backupScheduleJobsHistoryLimit: z.int().optional().describe('How many backups are kept.'),
  mysqlConf: z.record(z.string(), intOrString()).optional().describe('What is written to my.cnf.'),
  podSpec: z
    .object({
      labels: z.record(z.string(), z.string()).optional(),
      nodeSelector: z.record(z.string(), z.string()).optional(),
      priorityClassName: z.string().optional(),
      resources: z.looseObject({}).optional(),
    })
    .optional(),
  volumeSpec: z
    .object({
      emptyDir: z.looseObject({}).optional(),
      persistentVolumeClaim: z
        .object({
          accessModes: z.array(z.string()).optional(),
          storageClassName: z.string().optional(),
          resources: z.object({ requests: z.record(z.string(), intOrString()).optional() }).optional(),
        })
        .optional(),
    })
    .optional()
    .describe('Where the data is, one of these.'),
  readOnly: z.boolean().optional(),
});

export const MysqlCluster = customResource({
  group: 'mysql.presslabs.org',
  kind: 'MysqlCluster',
  shortNames: ['mysql'],
  metadata: { labels: { app: 'mysql-operator' } },
  versions: {
    v1alpha1: {
      description: 'MySQL servers, one of which is written to and the others follow.',
      spec: mysqlClusterSpec.optional(),
      status: z.object({
        readyNodes: z.int().optional(),
        conditions: z
          .array(
            z.object({
              type: z.string(),
              status: z.string(),
              lastTransitionTime: time(),
              reason: z.string(),
              message: z.string(),
            }),
          )
          .optional(),
      }),
      printerColumns: [
        {
          name: 'Ready',
          type: 'string',
          description: 'Whether the cluster serves.',
          jsonPath: '.status.conditions[?(@.type == "Ready")].status',
        },
        {
          name: 'Replicas',
          type: 'integer',
          description: 'How many servers there should be.',
          jsonPath: '.spec.replicas',
        },
        { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
      ],
      scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.readyNodes' },
    },
  },
});
