import { Size } from 'cdk8s';
import { Cpu } from '../kubernetes/k8s';
import { argoCd } from './argo-cd';
import { reference } from './clusters';
import type { EnvironmentValues } from './environment';

/** Where a build is tested before people look at it: the shape of production, small. */
export const test: EnvironmentValues = {
  name: 'test',
  namespace: 'test',
  cluster: reference,
  argoCd: { ...argoCd, project: 'test', application: 'test', sync: { prune: true, selfHeal: true } },
  domain: 'test.example.com',
  registry: { host: 'registry.cn-hangzhou.aliyuncs.com' },
  imagePullPolicy: 'IfNotPresent',
  requireDigest: false,
  literalSecrets: 'refused',
  replicas: { minReplicas: 2, maxReplicas: 4 },
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
    cpuLimits: Cpu.units(8),
    memoryRequests: Size.gibibytes(3),
    memoryLimits: Size.gibibytes(6),
    pods: 30,
  },
  policies: { level: 'baseline', failOn: 'error', enforcement: 'deny' },
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
  databaseCidr: '10.20.1.0/24',
  config: {
    hello: { URL: 'http://localhost-test:3306' },
    multiroute: {
      'app.properties': 'log.level=info\ndatabase.host=mysql.test.example.com\ndatabase.name=multiroute\n',
    },
  },
  releasing: { canarySteps: [], standby: 'until-go', keptVersions: 0 },
};
