import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../../constructs/container/probe';
import { BlueGreenService } from '../../constructs/service/blue-green-service';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { ownNamespace } from './own-namespace';

const version = (tag: string) => ({ image: imageFrom(`registry.cn-hangzhou.aliyuncs.com/ceyewan/${tag}`) });

/**
 * Two versions side by side: requests get blue, testers find green at the preview. `live: 'green'` is the switch, and 'blue'
 * the switch back; without `releasing` the colour that is not live goes down.
 */
export class BlueGreenChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: `${env.namespace}-blue-green`, labels: partOf('blue-green', env.name) });
    ownNamespace(this, env);
    new BlueGreenService(this, 'Hello', {
      live: 'blue',
      releasing: 'green',
      blue: version('hellok8s:v3'),
      green: version('yingxi-docker:hellok8s-v4'),
      size: env.sizes.small,
      port: 3000,
      readiness: Probe.http('/'),
      liveness: Probe.http('/healthz'),
      scaling: env.replicas,
      ingress: {
        via: env.cluster.ingress,
        hosts: [`blue-green.${env.domain}`],
        previewHosts: [`preview.blue-green.${env.domain}`],
      },
    });
  }
}
