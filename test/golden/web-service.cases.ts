import { WebService } from 'cdk8s-workloads';
import type { GoldenCases } from './golden-cases';

const api = { image: 'ghcr.io/shop/api:2.3.1', port: 8080 } as const;

export const webService: GoldenCases = {
  'config-files-beside-those-of-the-image': (chart) => {
    const nginx = new WebService(chart, 'front', {
      image: 'nginxinc/nginx-unprivileged:1.29.1',
      port: 8080,
      config: {
        mountPath: '/docker-entrypoint.d',
        files: { '40-render.sh': '#!/bin/sh\nexec render\n', '50-warm.sh': '#!/bin/sh\nexec warm\n' },
        defaultMode: 0o555,
        keepFolder: true,
      },
    });
    return [nginx.node.findChild('ConfigMap'), nginx.deployment];
  },

  'config-files-that-the-program-watches': (chart) =>
    new WebService(chart, 'proxy', {
      image: 'traefik:v3.5.0',
      port: 8080,
      config: { mountPath: '/etc/traefik/dynamic', files: { 'routes.yml': 'http: {}\n' }, roll: false },
    }).deployment,

  hello: (chart) =>
    new WebService(chart, 'hello', {
      image: 'ghcr.io/example/hello:1.4.2',
      port: 8080,
      replicas: 2,
      env: { GREETING: 'Hello, World' },
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '64Mi' } },
      probes: { readiness: { httpGet: { path: '/healthz', port: 8080 } } },
    }),

  'node-port': (chart) =>
    new WebService(chart, 'nginx-np', {
      image: 'nginxinc/nginx-unprivileged:1.29.3',
      port: 8080,
      service: { type: 'NodePort', port: 80, nodePort: 31045 },
    }),

  'load-balancer': (chart) =>
    services(
      new WebService(chart, 'public', {
        ...api,
        ports: { quic: { containerPort: 8443, port: 443, protocol: 'UDP' } },
        service: {
          type: 'LoadBalancer',
          port: 80,
          externalTrafficPolicy: 'Local',
          loadBalancerSourceRanges: ['203.0.113.0/24'],
          annotations: { 'service.beta.kubernetes.io/aws-load-balancer-type': 'nlb' },
        },
      }),
    ),

  'ingress-with-tls-and-two-hosts': (chart) =>
    services(
      new WebService(chart, 'shop', {
        ...api,
        ports: { admin: 9000 },
        ingress: {
          className: 'nginx',
          host: ['shop.example.com', 'www.example.com'],
          paths: { '/': { pathType: 'Prefix' }, '/admin': { pathType: 'Exact', port: 'admin' } },
          tlsSecretName: 'shop-tls',
          annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' },
        },
      }),
    ),

  'ingress-for-every-host': (chart) => services(new WebService(chart, 'shop', { ...api, ingress: {} })),

  autoscaler: (chart) => {
    const { deployment, horizontalPodAutoscaler, podDisruptionBudget } = new WebService(chart, 'api', {
      ...api,
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
      scale: {
        minReplicas: 2,
        maxReplicas: 10,
        cpuUtilization: 70,
        memoryUtilization: 80,
        behavior: { scaleDown: { stabilizationWindowSeconds: 600 } },
      },
    });
    return [deployment, horizontalPodAutoscaler, podDisruptionBudget].filter((object) => object !== undefined);
  },

  'recreated-worker-without-a-service': (chart) =>
    new WebService(chart, 'scheduler', {
      image: 'ghcr.io/example/scheduler:1.0.0',
      service: false,
      strategy: { type: 'Recreate' },
    }),

  'rollout-one-by-one': (chart) =>
    new WebService(chart, 'api', {
      ...api,
      replicas: 10,
      strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      minReadySeconds: 15,
      progressDeadlineSeconds: 300,
      revisionHistoryLimit: 3,
      drainSeconds: 20,
      terminationGracePeriodSeconds: 60,
    }).deployment,

  'every-source-of-a-mount': (chart) =>
    new WebService(chart, 'mounts', {
      ...api,
      tmp: false,
      mounts: {
        '/cache': { emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
        '/etc/api/api.yaml': { configMap: { name: 'api' }, subPath: 'api.yaml', readOnly: true },
        '/etc/tls': { secret: { secretName: 'api-tls', defaultMode: 0o440 }, readOnly: true },
        '/var/run/secrets/tokens': {
          projected: {
            sources: [{ serviceAccountToken: { path: 'vault', audience: 'vault', expirationSeconds: 600 } }],
          },
        },
        '/etc/podinfo': { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
        '/uploads': { persistentVolumeClaim: { claimName: 'uploads' } },
        '/scratch': {
          ephemeral: {
            volumeClaimTemplate: {
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
            },
          },
        },
        '/secrets': {
          csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { secretProviderClass: 'api' } },
        },
        '/archive': { nfs: { server: 'nfs.example.com', path: '/exports/archive' } },
        '/models': { image: { reference: 'ghcr.io/shop/models:7', pullPolicy: 'Always' }, readOnly: true },
      },
    }).deployment,

  'every-handler-of-a-probe': (chart) =>
    new WebService(chart, 'probes', {
      ...api,
      ports: { grpc: 9090 },
      probes: {
        startup: { tcpSocket: { port: 'http' }, periodSeconds: 2, failureThreshold: 30 },
        readiness: {
          httpGet: { path: '/ready', port: 'http', httpHeaders: [{ name: 'Host', value: 'api.example.com' }] },
          successThreshold: 2,
        },
        liveness: { grpc: { port: 9090, service: 'liveness' }, periodSeconds: 30, timeoutSeconds: 5 },
      },
      lifecycle: {
        postStart: { exec: { command: ['/bin/warm-up'] } },
        preStop: { httpGet: { path: '/drain', port: 'http' } },
      },
    }).deployment,

  'sources-of-the-environment': (chart) =>
    new WebService(chart, 'env', {
      ...api,
      env: {
        MODE: 'production',
        DEBUG: 'false',
        BUILD: '1e3',
        TOKEN: { secretKeyRef: { name: 'api', key: 'token' } },
        ZONE: { configMapKeyRef: { name: 'region', key: 'zone', optional: true } },
        NODE: { fieldRef: { fieldPath: 'spec.nodeName' } },
        MEMORY: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } },
        GREETING: 'on $(NODE)',
      },
      envFrom: [{ configMapRef: { name: 'features' }, prefix: 'FEATURE_' }, { secretRef: { name: 'keys' } }],
    }).deployment,

  scheduling: (chart) =>
    new WebService(chart, 'placed', {
      ...api,
      replicas: 3,
      nodeSelector: { 'kubernetes.io/arch': 'arm64' },
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: [{ key: 'node-type', operator: 'In', values: ['web', 'edge'] }] }],
          },
        },
      },
      tolerations: [{ key: 'dedicated', value: 'web', effect: 'NoSchedule' }],
      priorityClassName: 'high',
      runtimeClassName: 'gvisor',
      imagePullSecrets: ['registry'],
      podSecurityContext: { supplementalGroups: [4000] },
    }).deployment,

  'spread-over-nodes-and-zones': (chart) =>
    new WebService(chart, 'api', {
      ...api,
      replicas: 3,
      spread: 'required',
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
      ],
      strategy: { rollingUpdate: { maxUnavailable: 1 } },
    }).deployment,

  'starts-as-root': (chart) =>
    new WebService(chart, 'nginx', {
      image: 'nginx:1.29.3',
      port: 80,
      privilege: {
        reason: 'the image starts as root and becomes nginx',
        root: true,
        capabilities: 'runtime-default',
      },
      mounts: { '/var/cache/nginx': { emptyDir: {} }, '/run': { emptyDir: {} } },
    }).deployment,
};

/** What the network sees of it. */
function services({ service, ingress, networkPolicy }: WebService): readonly NonNullable<WebService['service']>[] {
  return [service, ingress, networkPolicy].filter((object) => object !== undefined);
}
