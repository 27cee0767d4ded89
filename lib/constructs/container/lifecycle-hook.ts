import type { Duration } from 'cdk8s';
import { intOrString } from '../../kubernetes/int-or-string';
import type { k8s } from '../../kubernetes/k8s';

/** What an HTTP hook asks beyond its path. */
export interface HttpHookOptions {
  /**
   * Port to ask: a number, or the name of a container port.
   *
   * @default - the container's port
   */
  readonly port?: number | string;

  /**
   * Headers to send, by name.
   *
   * @default - none
   */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What the kubelet does right after a container has started, or before it is told to end. It is done once, and its output
 * is to be seen nowhere; a hook that fails ends the container.
 *
 * There is none by TCP: the API takes `tcpSocket` here for old manifests only, and the kubelet fails it.
 *
 * @source kubernetes@1.36 pkg/kubelet/lifecycle/handlers.go Run
 */
export class LifecycleHook {
  /** Runs a command in the container. The program of the image must be there: a distroless one has no shell. */
  static exec(command: readonly string[]): LifecycleHook {
    return new LifecycleHook({ command }, () => ({ exec: { command: [...command] } }));
  }

  /** Sends a GET to the container. Any answer will do. */
  static httpGet(path: string, { port, headers }: HttpHookOptions = {}): LifecycleHook {
    const httpHeaders = headers && Object.entries(headers).map(([name, value]) => ({ name, value }));
    return new LifecycleHook({ port, headers }, (own) => ({
      httpGet: { path, port: intOrString(port ?? own), scheme: 'HTTP', httpHeaders },
    }));
  }

  /** Waits, in whole seconds. The kubelet does it: it needs nothing in the image. */
  static sleep(time: Duration): LifecycleHook {
    return new LifecycleHook({ time }, () => ({ sleep: { seconds: time.toSeconds() } }));
  }

  private constructor(
    /** What it needs. */
    readonly question: {
      readonly command?: readonly string[];
      readonly port?: number | string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly time?: Duration;
    },
    private readonly action: (port: string) => k8s.LifecycleHandler,
  ) {}

  /** The hook as a container holds it. @param port name of the port to ask where the hook names none */
  manifest(port: string): k8s.LifecycleHandler {
    return this.action(port);
  }
}
