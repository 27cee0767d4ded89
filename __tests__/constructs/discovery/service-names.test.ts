import { Exposure } from '../../../lib/constructs/discovery/exposure';
import { WorkloadService } from '../../../lib/constructs/discovery/workload-service';
import { testChart } from '../../support/chart';
import { refusalOf } from '../../support/refusal';
import { workload } from '../../support/samples';

const ports = [
  { port: 80, name: 'http-web' },
  { port: 53, name: 'dns', protocol: 'UDP' },
] as const;

function namesOf(exposure?: Exposure) {
  return new WorkloadService(testChart(), 'Service', { workload, name: 'myapp-service', ports, exposure }).names;
}

test('a named port has SRV records, under its protocol', () => {
  expect(namesOf().srv('http-web')).toBe('_http-web._tcp.myapp-service.shop.svc.cluster.local');
  expect(namesOf().srv('dns')).toBe('_dns._udp.myapp-service.shop.svc.cluster.local');
});

test('fails when SRV records are asked of a port that there is not', () => {
  expect(refusalOf(() => namesOf().srv('https'))).toBe(
    'UnknownPort [test/Service] port: invalid value "https": must be the name of a port of the Service',
  );
});

test('a Pod has a name of its own under a headless Service', () => {
  expect(namesOf(Exposure.headless()).pod('db-0')).toBe('db-0.myapp-service.shop.svc.cluster.local');
});

test.each`
  exposure               | hostname        | refusal
  ${undefined}           | ${'db-0'}       | ${'NotHeadless [test/Service] hostname: invalid value "db-0": needs a headless Service: no other names its Pods'}
  ${Exposure.headless()} | ${'db-0.other'} | ${'InvalidName [test/Service] hostname: invalid value "db-0.other": must be lower case letters, digits and "-", beginning and ending with a letter or digit'}
`('fails: $refusal', ({ exposure, hostname, refusal }) => {
  expect(refusalOf(() => namesOf(exposure).pod(hostname))).toBe(refusal);
});

// a tutorial takes MYAPP_SERVICE_HOST for the Service myapp-service: that is the one of a Service myapp
test('variables are called after the whole name of the Service', () => {
  expect(namesOf().variables).toEqual({
    host: 'MYAPP_SERVICE_SERVICE_HOST',
    port: 'MYAPP_SERVICE_SERVICE_PORT',
    ports: { 'http-web': 'MYAPP_SERVICE_SERVICE_PORT_HTTP_WEB', dns: 'MYAPP_SERVICE_SERVICE_PORT_DNS' },
  });
});

test('without a cluster IP there are none', () => {
  expect(namesOf(Exposure.headless()).variables).toBeUndefined();
});
