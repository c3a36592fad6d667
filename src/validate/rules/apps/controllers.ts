/** What makes pods of its template, and makes them again. */
export const CONTROLLERS = [
  'DaemonSetSpec',
  'DeploymentSpec',
  'ReplicaSetSpec',
  'ReplicationControllerSpec',
  'StatefulSetSpec',
] as const;

export type Controller = (typeof CONTROLLERS)[number];
