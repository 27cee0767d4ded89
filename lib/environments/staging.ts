import { Duration, Size } from 'cdk8s';
import { Cpu } from '../kubernetes/k8s';
import { argoCd } from './argo-cd';
import { reference } from './clusters';
import type { EnvironmentValues } from './environment';

/** The rehearsal: as production, on fewer Pods. */
export const staging: EnvironmentValues = {
  name: 'staging',
  namespace: 'staging',
  cluster: reference,
  argoCd: { ...argoCd, project: 'staging', application: 'staging', sync: { prune: true, selfHeal: true } },
  domain: 'staging.example.com',
  registry: { host: 'registry.cn-hangzhou.aliyuncs.com' },
  imagePullPolicy: 'IfNotPresent',
  requireDigest: false,
  literalSecrets: 'refused',
  replicas: { minReplicas: 2, maxReplicas: 6 },
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
    cpuRequests: Cpu.units(3),
    cpuLimits: Cpu.units(12),
    memoryRequests: Size.gibibytes(3),
    memoryLimits: Size.gibibytes(6),
    pods: 40,
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
  databaseCidr: '10.20.2.0/24',
  config: {
    hello: { URL: 'http://localhost-staging:3306' },
    multiroute: {
      'app.properties': 'log.level=info\ndatabase.host=mysql.staging.example.com\ndatabase.name=multiroute\n',
    },
  },
  releasing: {
    canarySteps: [
      { weightPercent: 10, pause: Duration.minutes(5) },
      { weightPercent: 50, pause: Duration.minutes(10) },
      { weightPercent: 100, pause: Duration.minutes(5) },
    ],
    standby: Duration.minutes(10),
    keptVersions: 5,
  },
};
