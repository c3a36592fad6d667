/** A function of Kubernetes that judges a new object, or a part of one. */
export interface ValidationFunction {
  readonly name: string;
  /** The folder of its package below `pkg/apis`. */
  readonly group: string;
  /** As the table of schemas calls it. */
  readonly kind: string;
  /** A Go expression for the object, where what the function takes is a part of it. Such an object has no name. */
  readonly whole?: string;
}

const POD_TEMPLATE =
  'Template: api.PodTemplateSpec{Spec: api.PodSpec{RestartPolicy: api.RestartPolicyNever, Containers: []api.Container{{Name: "a", Image: "b"}}}}';
const PORTS = 'Ports: []core.ServicePort{{Port: 80}}';

/** What Kubernetes' tests call to see new objects refused. Those for updates and for status are not here: no manifest has either. */
export const FUNCTIONS: readonly ValidationFunction[] = [
  { group: 'apps', kind: 'apps/v1/StatefulSet', name: 'ValidateStatefulSet' },
  {
    ...{ group: 'apps', kind: 'apps/v1/StatefulSet', name: 'ValidateStatefulSetSpec' },
    whole: '&apps.StatefulSet{Spec: *spec}',
  },
  { group: 'apps', kind: 'apps/v1/DaemonSet', name: 'ValidateDaemonSet' },
  { group: 'apps', kind: 'apps/v1/Deployment', name: 'ValidateDeployment' },
  { group: 'batch', kind: 'batch/v1/Job', name: 'ValidateJob' },
  { group: 'batch', kind: 'batch/v1/CronJob', name: 'ValidateCronJobCreate' },
  {
    ...{ group: 'batch', kind: 'batch/v1/CronJob', name: 'validateScheduleFormat' },
    whole: `&batch.CronJob{Spec: batch.CronJobSpec{Schedule: schedule, TimeZone: timeZone, JobTemplate: batch.JobTemplateSpec{Spec: batch.JobSpec{${POD_TEMPLATE}}}}}`,
  },
  { group: 'core', kind: 'v1/Service', name: 'ValidateServiceCreate' },
  { group: 'core', kind: 'v1/Service', name: 'validateServiceExternalTrafficPolicy' },
  {
    ...{ group: 'core', kind: 'v1/Service', name: 'validateClientIPAffinityConfig' },
    whole: `&core.Service{Spec: core.ServiceSpec{SessionAffinity: core.ServiceAffinityClientIP, SessionAffinityConfig: config, ${PORTS}}}`,
  },
  { group: 'networking', kind: 'networking.k8s.io/v1/Ingress', name: 'ValidateIngressCreate' },
  { group: 'networking', kind: 'networking.k8s.io/v1/Ingress', name: 'validateIngress' },
  {
    ...{ group: 'networking', kind: 'networking.k8s.io/v1/Ingress', name: 'validateIngressRuleValue' },
    whole:
      '&networking.Ingress{Spec: networking.IngressSpec{Rules: []networking.IngressRule{{IngressRuleValue: *ingressRule}}}}',
  },
  { group: 'networking', kind: 'networking.k8s.io/v1/NetworkPolicy', name: 'ValidateNetworkPolicy' },
  {
    ...{ group: 'policy', kind: 'policy/v1/PodDisruptionBudget', name: 'ValidatePodDisruptionBudgetSpec' },
    whole: '&policy.PodDisruptionBudget{Spec: spec}',
  },
  { group: 'autoscaling', kind: 'autoscaling/v2/HorizontalPodAutoscaler', name: 'ValidateHorizontalPodAutoscaler' },
];
