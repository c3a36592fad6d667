import type { StatefulDatabaseProps } from 'cdk8s-workloads';

export const bigger = (props: StatefulDatabaseProps) => {
  props.replicas = 3;
};
