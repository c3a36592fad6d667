import { JsonPatch } from 'cdk8s';
import type { WebService } from 'cdk8s-workloads';

export const patch = (api: WebService) => api.service.addJsonPatch(JsonPatch.add('/spec/clusterIP', 'None'));
