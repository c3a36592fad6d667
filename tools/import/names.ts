/** Names of our own for definitions that would share a short one, and are not two versions of the same thing. */
const CHOSEN: Readonly<Record<string, string>> = {
  // The kind keeps the name; this is an entry of a container's resources.claims.
  'io.k8s.api.core.v1.ResourceClaim': 'ContainerResourceClaim',
  'io.k8s.api.discovery.v1.EndpointPort': 'EndpointSlicePort',
  'io.k8s.api.events.v1.Event': 'EventsEvent',
  'io.k8s.api.events.v1.EventSeries': 'EventsEventSeries',
  'io.k8s.api.flowcontrol.v1.Subject': 'FlowSchemaSubject',
  'io.k8s.api.admissionregistration.v1.ServiceReference': 'AdmissionServiceReference',
  'io.k8s.api.admissionregistration.v1.WebhookClientConfig': 'AdmissionWebhookClientConfig',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference': 'ConversionServiceReference',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig': 'ConversionWebhookClientConfig',
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference': 'APIServiceReference',
};

/**
 * The name that each definition has in our types: `Deployment` for `io.k8s.api.apps.v1.Deployment`. Of two versions in one group
 * the newest keeps the plain name, and an older one says which it is: `HorizontalPodAutoscalerV1`.
 *
 * @throws Error when two definitions of different groups would share a name that nobody chose
 */
export function shortNames(definitions: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const definition of definitions) {
    const name = CHOSEN[definition] ?? versionedName(definition, definitions);
    const owner = owners.get(name);
    if (owner !== undefined) {
      throw new Error(
        `"${owner}" and "${definition}" would both be called "${name}": choose a name for one in tools/import/names.ts`,
      );
    }
    owners.set(name, definition);
    names.set(definition, name);
  }
  return names;
}

function versionedName(definition: string, definitions: readonly string[]): string {
  const { group, version, name } = parts(definition);
  const isOlder = definitions
    .map(parts)
    .some((other) => other.group === group && other.name === name && isNewer(other.version, version));
  return isOlder ? `${name}V${version.slice(1)}` : name;
}

function parts(definition: string): { readonly group: string; readonly version: string; readonly name: string } {
  const words = definition.split('.');
  return { group: words.slice(0, -2).join('.'), version: words.at(-2) ?? '', name: words.at(-1) ?? '' };
}

/** As Kubernetes orders versions: v2 over v1, and both over any v3beta1. */
function isNewer(a: string, b: string): boolean {
  const [stageA, stageB] = [stage(a), stage(b)];
  return stageA === stageB ? a.localeCompare(b, 'en', { numeric: true }) > 0 : stageA > stageB;
}

function stage(version: string): number {
  return version.includes('alpha') ? 0 : version.includes('beta') ? 1 : 2;
}
