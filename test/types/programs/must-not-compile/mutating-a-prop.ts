import type { StatefulDatabaseProps } from 'cdk8s-workloads';

export const bigger = (props: StatefulDatabaseProps) => {
  // error: Cannot assign to 'replicas' because it is a read-only property.
  props.replicas = 3;
};
