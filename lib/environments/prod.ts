import { Duration, Size } from 'cdk8s';
import { Cpu } from '../kubernetes/k8s';
import { argoCd } from './argo-cd';
import { reference } from './clusters';
import type { EnvironmentValues } from './environment';

/** What customers use. */
export const prod: EnvironmentValues = {
  name: 'prod',
  namespace: 'prod',
  cluster: reference,
  argoCd: { ...argoCd, project: 'prod', application: 'prod', sync: 'manual' },
  domain: 'example.com',
  registry: { host: 'registry.cn-hangzhou.aliyuncs.com' },
  imagePullPolicy: 'IfNotPresent',
  requireDigest: false,
  literalSecrets: 'refused',
  replicas: { minReplicas: 3, maxReplicas: 10 },
  sizes: {
    small: {
      cpuRequest: Cpu.millis(100),
      cpuLimit: Cpu.millis(400),
      memoryRequest: Size.mebibytes(64),
      memoryLimit: Size.mebibytes(128),
    },
    medium: {
      cpuRequest: Cpu.millis(250),
      cpuLimit: Cpu.units(1),
      memoryRequest: Size.mebibytes(256),
      memoryLimit: Size.mebibytes(512),
    },
  },
  quota: {
    cpuRequests: Cpu.units(4),
    cpuLimits: Cpu.units(16),
    memoryRequests: Size.gibibytes(6),
    memoryLimits: Size.gibibytes(12),
    pods: 60,
  },
  policies: {
    level: 'production',
    failOn: 'error',
    enforcement: 'deny',
    exceptions: [
      {
        rule: 'ingress-tls',
        objects: ['Ingress/*'],
        owner: 'network team',
        reason: 'TLS ends at the load balancer in front of the cluster',
      },
    ],
  },
  containerDefaults: {
    size: {
      cpuRequest: Cpu.millis(50),
      cpuLimit: Cpu.millis(200),
      memoryRequest: Size.mebibytes(64),
      memoryLimit: Size.mebibytes(128),
    },
    maxCpu: Cpu.units(2),
    maxMemory: Size.gibibytes(2),
  },
  databaseCidr: '10.20.3.0/24',
  config: {
    hello: { URL: 'http://localhost-prod:3306' },
    multiroute: {
      'app.properties': 'log.level=warn\ndatabase.host=mysql.prod.example.com\ndatabase.name=multiroute\n',
    },
  },
  releasing: {
    canarySteps: [
      { weightPercent: 0, pause: 'until-go', lookAt: ['the new version, by the header that picks it'] },
      { weightPercent: 10, pause: Duration.minutes(15), lookAt: ['errors and latency of both versions'] },
      {
        weightPercent: 50,
        pause: Duration.minutes(30),
        lookAt: ['errors and latency of both versions', 'CPU of the canary'],
      },
      {
        weightPercent: 100,
        pause: Duration.minutes(30),
        lookAt: ['errors and latency: nobody gets the version before any more'],
      },
    ],
    standby: Duration.hours(1),
    keptVersions: 5,
  },
};
