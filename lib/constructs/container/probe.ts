import { Duration } from 'cdk8s';
import { intOrString } from '../../kubernetes/int-or-string';
import type { k8s } from '../../kubernetes/k8s';

/** When a probe asks, how long it waits, how often it must fail or succeed. Whole seconds, as Kubernetes counts them. */
export interface ProbeTiming {
  /**
   * Time from the start of the container to the first question.
   *
   * @default Duration.seconds(0)
   */
  readonly initialDelay?: Duration;
  /**
   * Time between two questions, at least a second.
   *
   * @default Duration.seconds(10)
   */
  readonly period?: Duration;
  /**
   * Time to wait for the answer, at least a second.
   *
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration;
  /**
   * Failures in a row after which the container is taken for dead, not ready, or not able to start; at least 1.
   *
   * @default 3
   */
  readonly failureThreshold?: number;
  /**
   * Successes in a row after which it is taken for well again, at least 1. More than 1 is for readiness alone.
   *
   * @default 1
   */
  readonly successThreshold?: number;
}

/** What left-out options become: Kubernetes' own values, written out. */
export const DEFAULTS = {
  initialDelay: Duration.seconds(0),
  period: Duration.seconds(10),
  timeout: Duration.seconds(1),
  failureThreshold: 3,
  successThreshold: 1,
  scheme: 'HTTP',
} as const;

/** An HTTP question beyond its path. */
export interface HttpProbeOptions extends ProbeTiming {
  /**
   * Port to ask: a number, or the name of a container port.
   *
   * @default - the workload's port
   */
  readonly port?: number | string;
  /**
   * Headers to send, by name.
   *
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Protocol.
   *
   * @default 'HTTP'
   */
  readonly scheme?: 'HTTP' | 'HTTPS';
}

/** What a probe asks: a port by number or name (none: the workload's own), with what headers, or a command. */
interface Question {
  readonly port?: number | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
}

type Action = (port: string) => Pick<k8s.Probe, 'httpGet' | 'tcpSocket' | 'exec' | 'grpc'>;

/** A question that the kubelet asks a container: how it asks, and how it counts the answers. */
export class Probe {
  /** GET that must be answered by a status from 200 to 399. */
  static http(path: string, { port, headers, scheme = DEFAULTS.scheme, ...timing }: HttpProbeOptions = {}): Probe {
    const httpHeaders = headers && Object.entries(headers).map(([name, value]) => ({ name, value }));
    return new Probe(timing, { port, headers }, (own) => ({
      httpGet: { path, port: intOrString(port ?? own), scheme, httpHeaders },
    }));
  }

  /** TCP connection that must open. It says that the process listens, not that it works: better for liveness. */
  static tcp({ port, ...timing }: ProbeTiming & { readonly port?: number | string } = {}): Probe {
    return new Probe(timing, { port }, (own) => ({ tcpSocket: { port: intOrString(port ?? own) } }));
  }

  /** Command in the container that must end with exit code 0. */
  static exec(command: readonly string[], timing: ProbeTiming = {}): Probe {
    return new Probe(timing, { command }, () => ({ exec: { command: [...command] } }));
  }

  /** gRPC health check that must answer SERVING. It takes a port number only: Kubernetes knows no named one here. */
  static grpc(port: number, { service, ...timing }: ProbeTiming & { readonly service?: string } = {}): Probe {
    return new Probe(timing, { port }, () => ({ grpc: { port, service: service ?? '' } }));
  }

  readonly timing: Required<ProbeTiming>;

  private constructor(
    timing: ProbeTiming,
    /** What it asks. */
    readonly question: Question,
    private readonly action: Action,
  ) {
    const { initialDelay, period, timeout, failureThreshold, successThreshold } = timing;
    this.timing = {
      initialDelay: initialDelay ?? DEFAULTS.initialDelay,
      period: period ?? DEFAULTS.period,
      timeout: timeout ?? DEFAULTS.timeout,
      failureThreshold: failureThreshold ?? DEFAULTS.failureThreshold,
      successThreshold: successThreshold ?? DEFAULTS.successThreshold,
    };
  }

  /**
   * How long a container may go without a good answer: for a startup probe the time to start in, for a liveness probe
   * the time until it is restarted.
   *
   * @source kubernetes@1.36 pkg/kubelet/prober/worker.go: initialDelay + period * failureThreshold
   */
  get allowance(): Duration {
    const { initialDelay, period, failureThreshold } = this.timing;
    return Duration.millis(initialDelay.toMilliseconds() + period.toMilliseconds() * failureThreshold);
  }

  /** The probe as a container holds it. @param port name of the port to ask where the probe names none */
  manifest(port: string): k8s.Probe {
    const { initialDelay, period, timeout, failureThreshold, successThreshold } = this.timing;
    return {
      ...this.action(port),
      // the API drops a 0 here, and kubectl would then see a change at every apply
      initialDelaySeconds: initialDelay.toSeconds() || undefined,
      periodSeconds: period.toSeconds(),
      timeoutSeconds: timeout.toSeconds(),
      failureThreshold,
      successThreshold,
    };
  }
}
