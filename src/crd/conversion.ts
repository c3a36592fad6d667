import type { ConversionServiceReference, CustomResourceConversion, WebhookConversion } from '../manifest/kubernetes';
import { dns1035LabelProblem } from '../manifest/name';
import { portProblem } from '../manifest/port';
import { REVIEW_VERSIONS, webhookPathProblem, webhookUrlProblem } from '../manifest/webhook';
import { type DefinitionProblem, error, errorAbout, warning } from './definition-problem';
import { notKnown } from './suggest';

const PATH = 'spec.conversion';

/** What is wrong with how objects of one version become objects of another. */
export function* conversionProblems({
  strategy,
  webhook,
}: Partial<CustomResourceConversion>): Generator<DefinitionProblem> {
  if (!strategy) yield error(`${PATH}.strategy`, 'is missing: write None or Webhook');
  else if (!STRATEGIES.includes(strategy)) yield error(`${PATH}.strategy`, notKnown(strategy, STRATEGIES));
  if (strategy === 'Webhook') yield* webhookProblems(webhook ?? {});
  else if (webhook?.clientConfig || (webhook?.conversionReviewVersions ?? []).length > 0) {
    yield error(`${PATH}.webhook`, 'is for the strategy Webhook: write strategy: Webhook, or leave it out');
  }
}

const STRATEGIES: readonly string[] = ['None', 'Webhook'];

function* webhookProblems(webhook: Partial<WebhookConversion>): Generator<DefinitionProblem> {
  const { clientConfig, conversionReviewVersions } = webhook;
  const path = `${PATH}.webhook.clientConfig`;
  if (!clientConfig) yield error(path, 'is missing: say where the webhook is, with service or url');
  else {
    const { url, service, caBundle } = clientConfig;
    const hasUrl = url !== undefined && url !== null;
    if (hasUrl && service) yield error(path, 'has service and url: give one of them');
    else if (hasUrl) yield* errorAbout(`${path}.url`, url, webhookUrlProblem(url));
    else if (service) yield* serviceProblems(service, `${path}.service`);
    else yield error(path, 'has no service and no url: give one of them');
    if (caBundle) yield* bundleProblems(caBundle, `${path}.caBundle`);
  }
  yield* reviewVersionProblems(conversionReviewVersions ?? []);
}

function* reviewVersionProblems(versions: readonly string[]): Generator<DefinitionProblem> {
  const path = `${PATH}.webhook.conversionReviewVersions`;
  if (versions.length === 0) yield error(path, 'is missing: write ["v1"]');
  else if (!versions.some((version) => REVIEW_VERSIONS.includes(version))) {
    yield error(path, 'has no version that the API server knows: add "v1"');
  }
  for (const [index, version] of versions.entries()) {
    const isTwice = versions.indexOf(version) !== index;
    const problem = isTwice ? 'is there twice: leave it out' : dns1035LabelProblem(version ?? '');
    yield* errorAbout(`${path}[${index}]`, version ?? '', problem);
  }
}

function* serviceProblems(service: Partial<ConversionServiceReference>, path: string): Generator<DefinitionProblem> {
  for (const field of ['name', 'namespace'] as const) {
    if (!service[field]) yield error(`${path}.${field}`, `is missing: write the ${field} of the Service`);
  }
  const port = service.port ?? 443;
  const phrase = portProblem(port);
  if (phrase !== undefined) yield error(`${path}.port`, `${JSON.stringify(port)} ${phrase}`);
  if (service.path) yield* errorAbout(`${path}.path`, service.path, webhookPathProblem(service.path));
}

/** The server takes any bytes for a new definition, and serves none of its versions until they are certificates. */
function* bundleProblems(caBundle: string, path: string): Generator<DefinitionProblem> {
  const isBase64 = /^([A-Za-z\d+/\s]{4})*([A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(caBundle.replace(/[\r\n]/g, ''));
  if (!isBase64) yield error(path, 'is not base64: encode the PEM file of the certificate authority');
  else if (!Buffer.from(caBundle, 'base64').toString('latin1').includes('-----BEGIN CERTIFICATE-----')) {
    yield warning(
      path,
      'holds no certificate, so the webhook cannot be called: encode a PEM file, which begins with "-----BEGIN CERTIFICATE-----"',
    );
  }
}
