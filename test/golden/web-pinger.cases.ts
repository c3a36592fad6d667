import { children } from '../../examples/11-web-ping/children';
import { WebPinger } from '../../examples/11-web-ping/web-pinger';
import type { GoldenCases } from './golden-cases';

export const webPinger: GoldenCases = {
  'head-of-a-host': () => children(parsed('blog-sixeyed-com', { target: 'blog.sixeyed.com', interval: '7s' })),

  'get-of-a-url-by-another-image': () =>
    children(parsed('api', { target: 'http://api:8080/healthz', method: 'GET', interval: '5m' }), {
      image: 'ghcr.io/shop/node:22.11.0',
    }),
};

function parsed(name: string, spec: object): ReturnType<typeof WebPinger.parse> {
  const metadata = { name, namespace: 'shop' };
  return WebPinger.parse({ apiVersion: 'ch20.kiamol.net/v1', kind: 'WebPinger', metadata, spec });
}
