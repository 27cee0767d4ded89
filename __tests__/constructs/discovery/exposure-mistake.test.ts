import { Duration } from 'cdk8s';
import { Exposure } from '../../../lib/constructs/discovery/exposure';
import { exposureMistake } from '../../../lib/constructs/discovery/exposure-mistake';
import { resolvedPort, type ServicePort } from '../../../lib/constructs/discovery/service-port';

const api: ServicePort = { port: 80, name: 'api' };
const dns: ServicePort = { port: 53, name: 'dns', protocol: 'UDP' };
const dnsTcp: ServicePort = { port: 53, name: 'dns-tcp' };

function mistakeOf(exposure: Exposure, ports: readonly ServicePort[] = [api]): string | undefined {
  const wrong = exposureMistake(
    exposure,
    ports.map((port) => resolvedPort(port, 8080)),
  );
  return wrong && `${wrong.code} ${wrong.prop}: ${JSON.stringify(wrong.got)} ${wrong.rule}`;
}

const { clusterIp, nodePort, loadBalancer } = Exposure;
const lasts = (seconds: number) => clusterIp({ sessionAffinity: { clientIp: Duration.seconds(seconds) } });
const checked = (port: number, own?: number) =>
  loadBalancer({ externalTrafficPolicy: 'Local', healthCheckNodePort: port, nodePort: own });

// each was sent to API servers of 1.30 and 1.36, which take it
test.each`
  exposure                                                    | ports
  ${clusterIp({ ip: '10.96.0.7' })}                           | ${[api]}
  ${clusterIp({ ip: 'fd00::7' })}                             | ${[api]}
  ${lasts(1)}                                                 | ${[api]}
  ${lasts(86400)}                                             | ${[api]}
  ${nodePort({ nodePort: { dns: 30001, 'dns-tcp': 30001 } })} | ${[dns, dnsTcp]}
  ${loadBalancer({ className: 'internal-vip' })}              | ${[api]}
  ${loadBalancer({ nodePorts: 'none', nodePort: 30001 })}     | ${[api]}
  ${checked(32767, 30001)}                                    | ${[api]}
`('takes $exposure.kind $exposure.options', ({ exposure, ports }) => {
  expect(mistakeOf(exposure, ports)).toBeUndefined();
});

// and these they refuse, but for what a comment says
test.each`
  exposure                                                               | ports         | mistake
  ${clusterIp({ ip: 'None' })}                                           | ${[api]}      | ${'InvalidAddress exposure.ip: "None" must be an IP address'}
  ${clusterIp({ ip: '10.96.0.010' })}                                    | ${[api]}      | ${'InvalidAddress exposure.ip: "10.96.0.010" must be an IP address'}
  ${lasts(0)}                                                            | ${[api]}      | ${'OutOfRange exposure.sessionAffinity.clientIp: 0 must be a whole number from 1 to 86400 seconds'}
  ${lasts(86401)}                                                        | ${[api]}      | ${'OutOfRange exposure.sessionAffinity.clientIp: 86401 must be a whole number from 1 to 86400 seconds'}
  ${clusterIp({ sessionAffinity: { clientIp: Duration.millis(1500) } })} | ${[api]}      | ${'OutOfRange exposure.sessionAffinity.clientIp: "1500ms" must be whole seconds'}
  ${nodePort({ nodePort: 29999 })}                                       | ${[api]}      | ${'OutOfRange exposure.nodePort: 29999 must be a whole number from 30000 to 32767'}
  ${loadBalancer({ nodePort: { api: 32768 } })}                          | ${[api]}      | ${'OutOfRange exposure.nodePort.api: 32768 must be a whole number from 30000 to 32767'}
  ${nodePort({ nodePort: 30001 })}                                       | ${[api, dns]} | ${'UnknownPort exposure.nodePort: 30001 must be for a port that the Service has'}
  ${nodePort({ nodePort: { http: 30001 } })}                             | ${[api]}      | ${'UnknownPort exposure.nodePort.http: 30001 must be for a port that the Service has'}
  ${nodePort({ nodePort: { api: 30001, dns: 30001 } })}                  | ${[api, dns]} | ${'DuplicatePort exposure.nodePort.dns: 30001 must not be that of two ports with different numbers'}
  ${loadBalancer({ healthCheckNodePort: 30100 })}                        | ${[api]}      | ${'HealthCheckWithoutLocal exposure.healthCheckNodePort: 30100 must be given for "Local" alone'}
  ${checked(8080)}                                                       | ${[api]}      | ${'OutOfRange exposure.healthCheckNodePort: 8080 must be a whole number from 30000 to 32767'}
  ${checked(30001, 30001)}                                               | ${[dns]}      | ${'DuplicatePort exposure.healthCheckNodePort: 30001 must not be a nodePort'}
  ${loadBalancer({ className: 'a b' })}                                  | ${[api]}      | ${'InvalidName exposure.className: "a b" name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
  ${loadBalancer({ sourceRanges: ['10.0.0.0'] })}                        | ${[api]}      | ${'InvalidCidr exposure.sourceRanges: "10.0.0.0" must be a CIDR block'}
  ${loadBalancer({ sourceRanges: ['::/0', '10.0.0.1/8'] })}              | ${[api]}      | ${'InvalidCidr exposure.sourceRanges: "10.0.0.1/8" must have no bit set beyond its prefix'}
`('refuses $mistake', ({ exposure, ports, mistake }) => {
  expect(mistakeOf(exposure, ports)).toBe(mistake);
});

test('source ranges that name none are refused: Kubernetes would let everybody in', () => {
  expect(mistakeOf(loadBalancer({ sourceRanges: [] }))).toBe('InvalidCidr exposure.sourceRanges: [] must name one');
});
