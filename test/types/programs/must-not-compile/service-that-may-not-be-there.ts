import { JsonPatch } from 'cdk8s';
import type { WebService } from 'cdk8s-workloads';

// error: 'api.service' is possibly 'undefined'.
export const patch = (api: WebService) => api.service.addJsonPatch(JsonPatch.add('/spec/clusterIP', 'None'));
