import { Duration } from 'cdk8s';
import { Probe } from './probe';

/** The probes of a container, as its props take them: `new ProbedDeployment(this, 'Web', { ...healthzProbes(), ... })`. */
export interface ProbeSet {
  readonly startup: Probe;
  readonly readiness: Probe;
  readonly liveness: Probe;
}

/** How a preset asks. */
export interface ProbeSetOptions {
  /**
   * Time that the program may take to start, in steps of 5 seconds.
   *
   * @default Duration.minutes(1)
   */
  readonly startTime?: Duration;

  /**
   * Port to ask: a number, or the name of a container port.
   *
   * @default - the workload's port
   */
  readonly port?: number | string;
}

/** What left-out options become. */
export const DEFAULTS = { startTime: Duration.minutes(1) } as const;

const STEP_SECONDS = 5;

/** One path that answers 200 while the program is well, as most programs in Go have it. */
export function healthzProbes(options: ProbeSetOptions = {}): ProbeSet {
  return probes('/healthz', '/healthz', options);
}

/**
 * Spring Boot with its actuator: readiness may depend on what the program needs, liveness on the program alone.
 *
 * @see https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.kubernetes-probes
 */
export function springActuatorProbes(options: ProbeSetOptions = {}): ProbeSet {
  return probes('/actuator/health/readiness', '/actuator/health/liveness', options);
}

function probes(
  readiness: string,
  liveness: string,
  { startTime = DEFAULTS.startTime, port }: ProbeSetOptions,
): ProbeSet {
  const period = Duration.seconds(STEP_SECONDS);
  const failureThreshold = Math.max(1, Math.ceil(startTime.toSeconds() / STEP_SECONDS));
  return {
    startup: Probe.http(liveness, { port, period, failureThreshold }),
    readiness: Probe.http(readiness, { port }),
    liveness: Probe.http(liveness, { port }),
  };
}
