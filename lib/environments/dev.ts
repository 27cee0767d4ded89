import { Size } from 'cdk8s';
import { Cpu } from '../kubernetes/k8s';
import { argoCd } from './argo-cd';
import { reference } from './clusters';
import type { EnvironmentValues } from './environment';

/** Where developers try their changes: one Pod of each, debug logs. */
export const dev: EnvironmentValues = {
  name: 'dev',
  namespace: 'dev',
  cluster: reference,
  argoCd: { ...argoCd, project: 'dev', application: 'dev', sync: { prune: true, selfHeal: true } },
  domain: 'dev.example.com',
  registry: { host: 'registry.cn-hangzhou.aliyuncs.com' },
  imagePullPolicy: 'IfNotPresent',
  requireDigest: false,
  literalSecrets: 'allowed',
  replicas: { minReplicas: 1, maxReplicas: 2 },
  sizes: {
    small: {
      cpuRequest: Cpu.millis(50),
      cpuLimit: Cpu.millis(200),
      memoryRequest: Size.mebibytes(64),
      memoryLimit: Size.mebibytes(128),
    },
    medium: {
      cpuRequest: Cpu.millis(100),
      cpuLimit: Cpu.units(1),
      memoryRequest: Size.mebibytes(256),
      memoryLimit: Size.mebibytes(512),
    },
  },
  quota: {
    cpuRequests: Cpu.units(2),
    cpuLimits: Cpu.units(6),
    memoryRequests: Size.gibibytes(2),
    memoryLimits: Size.gibibytes(4),
    pods: 20,
  },
  policies: { level: 'baseline', failOn: 'error', enforcement: 'warn' },
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
  databaseCidr: '10.20.0.0/24',
  config: {
    hello: { URL: 'http://localhost-dev:3306' },
    multiroute: {
      'app.properties': 'log.level=debug\ndatabase.host=mysql.dev.example.com\ndatabase.name=multiroute\n',
    },
  },
  releasing: { canarySteps: [], standby: 'until-go', keptVersions: 0 },
};
