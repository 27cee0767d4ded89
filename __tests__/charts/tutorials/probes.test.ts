import { ProbesChart } from '../../../lib/charts/tutorials/probes';
import { chapterOf } from '../../support/chapter';

const { of, problems } = chapterOf(ProbesChart);

test('three probes: liveness cannot find itself, and there is time to start', () => {
  expect(problems).toEqual([]);
  const [{ readinessProbe, livenessProbe, startupProbe }] = of('Pod/three-probes').spec.containers;
  expect(readinessProbe).toMatchObject({
    httpGet: { path: '/health', port: 8080 },
    initialDelaySeconds: 5,
    periodSeconds: 10,
  });
  expect(livenessProbe).toMatchObject({
    exec: { command: ['pgrep', '-f', 'httpd'] },
    initialDelaySeconds: 10,
    periodSeconds: 15,
  });
  expect(startupProbe).toMatchObject({ tcpSocket: { port: 8080 }, initialDelaySeconds: 20, periodSeconds: 5 });
  expect(startupProbe.initialDelaySeconds + startupProbe.periodSeconds * startupProbe.failureThreshold).toBe(170);
});

test('the actuator is asked of a program that has one', () => {
  const { spec, metadata } = of('Pod/actuator');
  expect(spec.terminationGracePeriodSeconds).toBe(30);
  expect(spec.containers[0]).toMatchObject({
    image: expect.not.stringContaining('nginx'),
    livenessProbe: { httpGet: { path: '/actuator/health/liveness', scheme: 'HTTP' } },
    readinessProbe: { httpGet: { path: '/actuator/health/readiness', scheme: 'HTTP' } },
  });
  expect(metadata.annotations).toHaveProperty('tutorial/needs');
});

test('a rollout waits for five good answers, one Pod at a time', () => {
  const { replicas, strategy, template } = of('Deployment/awaited').spec;
  expect({ replicas, strategy }).toEqual({
    replicas: 3,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } },
  });
  expect(template.spec.containers[0]).toMatchObject({
    readinessProbe: { initialDelaySeconds: 1, successThreshold: 5 },
    livenessProbe: { initialDelaySeconds: 3, periodSeconds: 3, successThreshold: 1 },
  });
});
