/** Names of the environment variables by which containers find a Service. */
export interface ServiceVariables {
  /** Holds the cluster IP: `MYAPP_SERVICE_HOST` for the Service `myapp`, `MYAPP_SERVICE_SERVICE_HOST` for `myapp-service`. */
  readonly host: string;
  /** Holds the first port. */
  readonly port: string;
  /** Hold the named ports, by name: `{ http: 'MYAPP_SERVICE_PORT_HTTP' }`. */
  readonly ports: Readonly<Record<string, string>>;
}

/**
 * Names that the kubelet gives them. It does so for Services that have a cluster IP and are there before the Pod is, in the
 * same namespace, and only where the Pod's `enableServiceLinks` is not false. DNS needs none of that.
 *
 * Beside these come those of Docker's links, such as `REDIS_PORT=tcp://10.96.0.7:6379` for a Service `redis`: a program
 * that takes `REDIS_PORT` for a number fails.
 *
 * @source kubernetes@1.36 pkg/kubelet/envvars/envvars.go FromServices
 */
export function serviceVariables(service: string, portNames: readonly string[]): ServiceVariables {
  const prefix = `${variableName(service)}_SERVICE`;
  return {
    host: `${prefix}_HOST`,
    port: `${prefix}_PORT`,
    ports: Object.fromEntries(portNames.map((name) => [name, `${prefix}_PORT_${variableName(name)}`])),
  };
}

function variableName(name: string): string {
  return name.replaceAll('-', '_').toUpperCase();
}
