import { Chart, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { Probe } from '../../constructs/container/probe';
import { springActuatorProbes } from '../../constructs/container/probe-set';
import { BarePod } from '../../constructs/workload/bare-pod';
import { ProbedDeployment } from '../../constructs/workload/probed-deployment';
import { Rollout } from '../../constructs/workload/rollout';
import type { Environment } from '../../environments/environment';
import { imageFrom } from '../../kubernetes/container-image';
import { partOf } from '../../kubernetes/labels';
import { NEEDS } from './needs';

/** Probes: whether a program has started, may be sent requests, or is dead; and how a rollout waits for the answer. */
export class ProbesChart extends Chart {
  static readonly services = [];

  constructor(scope: Construct, id: string, env: Environment) {
    super(scope, id, { namespace: env.namespace, labels: partOf('probes', env.name) });
    this.three(env);
    this.actuator(env);
    this.awaited(env);
  }

  /**
   * All three, each in another way. Liveness was `ps aux | grep myapp`, which finds itself and so never fails, and there were
   * 35 seconds to start in.
   */
  private three({ sizes: { small: size } }: Environment): void {
    new BarePod(this, 'ThreeProbes', {
      image: imageFrom('docker.io/library/busybox:1.37'),
      size,
      restartPolicy: 'Always',
      command: ['/bin/sh', '-c', 'echo ok > /tmp/health; exec httpd -f -p 8080 -h /tmp'],
      readiness: Probe.http('/health', { port: 8080, initialDelay: Duration.seconds(5) }),
      liveness: Probe.exec(['pgrep', '-f', 'httpd'], {
        initialDelay: Duration.seconds(10),
        period: Duration.seconds(15),
      }),
      startup: Probe.tcp({
        port: 8080,
        initialDelay: Duration.seconds(20),
        period: Duration.seconds(5),
        failureThreshold: 30,
      }),
    });
  }

  /** Spring Boot says both by its actuator; nginx, which the tutorial asked, has none and was restarted for ever. */
  private actuator({ sizes: { medium: size } }: Environment): void {
    new BarePod(this, 'Actuator', {
      image: imageFrom('registry.example.com/shop/spring-orders:1.0.0'),
      size,
      port: 8080,
      restartPolicy: 'Always',
      ...springActuatorProbes(),
      gracePeriod: Duration.seconds(30),
      podAnnotations: { [NEEDS]: 'an image of a Spring Boot program with its actuator' },
    });
  }

  /** A rollout goes on as new Pods become ready: five good answers in a row, with one Pod more or less than three on the way. */
  private awaited({ sizes: { small: size } }: Environment): void {
    new ProbedDeployment(this, 'Awaited', {
      image: imageFrom('registry.cn-hangzhou.aliyuncs.com/ceyewan/hellok8s:v1'),
      size,
      port: 3000,
      replicas: 3,
      rollout: Rollout.rollingUpdate({ maxSurge: 1, maxUnavailable: 1 }),
      readiness: Probe.http('/healthz', { initialDelay: Duration.seconds(1), successThreshold: 5 }),
      liveness: Probe.http('/healthz', { initialDelay: Duration.seconds(3), period: Duration.seconds(3) }),
    });
  }
}
