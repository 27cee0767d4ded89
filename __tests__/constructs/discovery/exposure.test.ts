import { Duration } from 'cdk8s';
import { Exposure } from '../../../lib/constructs/discovery/exposure';
import { WorkloadService } from '../../../lib/constructs/discovery/workload-service';
import { objectOf, testChart } from '../../support/chart';
import { workload } from '../../support/samples';

/** The fields of the Service that are not the same for every exposure. */
function fieldsOf(exposure: Exposure) {
  const chart = testChart();
  new WorkloadService(chart, 'Service', { workload, exposure });
  const { selector: _, ports, ...fields } = objectOf(chart, 'Service').spec;
  return { ...fields, ...('nodePort' in ports[0] ? { nodePort: ports[0].nodePort } : {}) };
}

const clientIp = Duration.hours(3);

test.each`
  exposure                                                                  | fields
  ${Exposure.clusterIp()}                                                   | ${{ type: 'ClusterIP' }}
  ${Exposure.clusterIp({ ip: '10.96.0.7' })}                                | ${{ type: 'ClusterIP', clusterIP: '10.96.0.7' }}
  ${Exposure.clusterIp({ sessionAffinity: { clientIp } })}                  | ${{ type: 'ClusterIP', sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } } }}
  ${Exposure.clusterIp({ internalTrafficPolicy: 'Local' })}                 | ${{ type: 'ClusterIP', internalTrafficPolicy: 'Local' }}
  ${Exposure.headless()}                                                    | ${{ type: 'ClusterIP', clusterIP: 'None' }}
  ${Exposure.headless({ notReadyAddresses: 'published' })}                  | ${{ type: 'ClusterIP', clusterIP: 'None', publishNotReadyAddresses: true }}
  ${Exposure.nodePort()}                                                    | ${{ type: 'NodePort', externalTrafficPolicy: 'Cluster' }}
  ${Exposure.nodePort({ nodePort: 32767 })}                                 | ${{ type: 'NodePort', externalTrafficPolicy: 'Cluster', nodePort: 32767 }}
  ${Exposure.nodePort({ nodePort: { api: 30000 } })}                        | ${{ type: 'NodePort', externalTrafficPolicy: 'Cluster', nodePort: 30000 }}
  ${Exposure.nodePort({ externalTrafficPolicy: 'Local' })}                  | ${{ type: 'NodePort', externalTrafficPolicy: 'Local' }}
  ${Exposure.nodePort({ ip: '10.96.0.7', internalTrafficPolicy: 'Local' })} | ${{ type: 'NodePort', externalTrafficPolicy: 'Cluster', clusterIP: '10.96.0.7', internalTrafficPolicy: 'Local' }}
`('$exposure.kind $exposure.options is $fields', ({ exposure, fields }) => {
  expect(fieldsOf(exposure)).toEqual(fields);
});

const balanced = { type: 'LoadBalancer', externalTrafficPolicy: 'Cluster', allocateLoadBalancerNodePorts: true };

test.each`
  options                                                           | fields
  ${{}}                                                             | ${{}}
  ${{ className: 'example.com/internal-vip' }}                      | ${{ loadBalancerClass: 'example.com/internal-vip' }}
  ${{ sourceRanges: ['192.0.2.0/24', '2001:db8::/32'] }}            | ${{ loadBalancerSourceRanges: ['192.0.2.0/24', '2001:db8::/32'] }}
  ${{ externalTrafficPolicy: 'Local', healthCheckNodePort: 30100 }} | ${{ externalTrafficPolicy: 'Local', healthCheckNodePort: 30100 }}
  ${{ nodePorts: 'none' }}                                          | ${{ allocateLoadBalancerNodePorts: false }}
  ${{ nodePorts: 'none', nodePort: 30080 }}                         | ${{ allocateLoadBalancerNodePorts: false, nodePort: 30080 }}
  ${{ sessionAffinity: { clientIp: Duration.seconds(1) } }}         | ${{ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } } }}
`('LoadBalancer $options: $fields', ({ options, fields }) => {
  expect(fieldsOf(Exposure.loadBalancer(options))).toEqual({ ...balanced, ...fields });
});
