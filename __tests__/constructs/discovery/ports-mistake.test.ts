import { portsMistake } from '../../../lib/constructs/discovery/ports-mistake';
import { resolvedPort, type ServicePort } from '../../../lib/constructs/discovery/service-port';

function mistakeOf(...ports: readonly ServicePort[]): string | undefined {
  const wrong = portsMistake(ports.map((port) => resolvedPort(port, 8080)));
  return wrong && `${wrong.code} ${wrong.prop}: ${JSON.stringify(wrong.got)} ${wrong.rule}`;
}

test.each`
  ports
  ${[]}
  ${[{ port: 1 }]}
  ${[{ port: 65535, targetPort: 65535 }]}
  ${[{ port: 80, name: '8080' }]}
  ${[{ port: 80, name: 'a'.repeat(63), targetPort: 'http' }]}
  ${[{ port: 53, name: 'tcp' }, { port: 53, name: 'udp', protocol: 'UDP' }, { port: 53, name: 'sctp', protocol: 'SCTP' }]}
  ${[{ port: 80, appProtocol: 'HTTP' }]}
  ${[{ port: 80, appProtocol: 'kubernetes.io/h2c' }]}
`('takes $ports, as Kubernetes 1.30 and 1.36 do', ({ ports }) => {
  expect(mistakeOf(...ports)).toBeUndefined();
});

const LABEL = 'must be lower case letters, digits and "-", beginning and ending with a letter or digit';
const PORT_NAME = 'must be at most 15 lower case letters, digits and single "-", with a letter among them';

test.each`
  ports                                                    | mistake
  ${[{ port: 0 }]}                                         | ${'OutOfRange ports[0].port: 0 must be a whole number from 1 to 65535'}
  ${[{ port: 80, targetPort: 65536 }]}                     | ${'OutOfRange ports[0].targetPort: 65536 must be a whole number from 1 to 65535'}
  ${[{ port: 80, targetPort: 'a'.repeat(16), name: 'a' }]} | ${`InvalidName ports[0].targetPort: "aaaaaaaaaaaaaaaa" ${PORT_NAME}`}
  ${[{ port: 80, name: 'Http' }]}                          | ${`InvalidName ports[0].name: "Http" ${LABEL}`}
  ${[{ port: 80, name: 'a'.repeat(64) }]}                  | ${`InvalidName ports[0].name: "${'a'.repeat(64)}" must be at most 63 characters, has 64`}
  ${[{ port: 80, name: 'a' }, { port: 81 }]}               | ${'InvalidName ports[1].name: undefined must be given where there are several ports'}
  ${[{ port: 80, name: 'a' }, { port: 81, name: 'a' }]}    | ${'DuplicatePort ports[1].name: "a" must not name two ports'}
  ${[{ port: 80, name: 'a' }, { port: 80, name: 'b' }]}    | ${'DuplicatePort ports[1].port: 80 must not be given twice for TCP'}
  ${[{ port: 80, appProtocol: 'h 2' }]}                    | ${'InvalidName ports[0].appProtocol: "h 2" name must be at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit'}
`('refuses $ports, as they do: $mistake', ({ ports, mistake }) => {
  expect(mistakeOf(...ports)).toBe(mistake);
});
