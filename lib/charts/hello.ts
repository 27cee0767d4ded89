import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { VersionedConfig } from '../constructs/config/versioned-config';
import { HelloService } from '../constructs/service/hello-service';
import type { Environment } from '../environments/environment';
import { partOf } from '../kubernetes/labels';

/** The tutorials' hellok8s as it runs in one environment. */
export class HelloChart extends Chart {
  /** Entries of releases.json that it runs. */
  static readonly services = ['hello'];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: env.namespace, labels: partOf('hello', env.name) });
    const config = new VersionedConfig(this, 'HelloConfig', { data: env.configOf('hello') });
    const data = env.configOf('hello', 'canary');
    const canaryConfig = new VersionedConfig(this, 'HelloCanaryConfig', { name: 'hello-config', data });
    new HelloService(this, 'Hello', {
      ...env.release('hello', 'ceyewan/hellok8s'),
      size: env.sizes.small,
      config: [config.asEnvironment()],
      canaryConfig: [canaryConfig.asEnvironment()],
      scaling: env.replicas,
      ingress: { via: env.cluster.ingress, hosts: [`hello.${env.domain}`] },
    });
  }
}
