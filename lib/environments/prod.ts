import { Size } from 'cdk8s';
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
};
