import { ApiObject, Chart, type ApiObjectProps } from 'cdk8s';
import 'zod';
import { App } from '../../src/index';
import '../../src/custom-resource';
import type { ProgramRun } from '../process';

// node managed-redis.js <typed|raw> <objects> <outdir>
const [objects, count, outdir] = process.argv.slice(2);

async function main(): Promise<Omit<ProgramRun, 'wallMs'>> {
  // The imports above have loaded zod and customResource, so that what is left is to define ManagedRedis.
  const start = performance.now();
  const { ManagedRedis } = await import('../../src/redis.js');
  const defined = performance.now();
  // Once more, by functions that have run before.
  Reflect.deleteProperty(require.cache, require.resolve('../../src/redis.js'));
  await import('../../src/redis.js');
  const definedAgain = performance.now();
  const app = new App({ outdir });
  const chart = new Chart(app, 'redis', { namespace: 'shop' });
  for (let i = 0; i < Number(count); i++) {
    const spec = { image: 'redis:7.2', replica: (i % 5) + 1 };
    if (objects === 'typed') new ManagedRedis(chart, `cache-${i}`, { spec });
    else new ApiObject(chart, `cache-${i}`, raw(`cache-${i}`, spec));
  }
  const constructed = performance.now();
  app.synth();
  const synthesized = performance.now();
  ManagedRedis.definition.spec.versions.at(0);
  const definitionMade = performance.now();
  return {
    defineMs: defined - start,
    defineAgainMs: definedAgain - defined,
    constructMs: constructed - definedAgain,
    definitionMs: definitionMade - synthesized,
    synthMs: synthesized - constructed,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  };
}

function raw(name: string, spec: object): ApiObjectProps {
  return { apiVersion: 'cloud.com/v1', kind: 'ManagedRedis', metadata: { name }, spec };
}

void main().then((run) => process.stdout.write(JSON.stringify(run)));
